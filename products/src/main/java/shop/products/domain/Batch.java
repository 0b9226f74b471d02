package shop.products.domain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;
import shop.products.domain.Importing.Read;

/**
 * Some lines of a file, together.
 *
 * @param broken why the file can't be read on after these
 */
record Batch(List<Read> reads, Optional<Failure> broken) {

    /** The next ones. */
    static Batch of(Iterator<Read> lines, int most) {
        var reads = new ArrayList<Read>();
        try {
            while (reads.size() < most && lines.hasNext()) reads.add(lines.next());
            return new Batch(reads, Optional.empty());
        } catch (Failure failure) {
            return new Batch(reads, Optional.of(failure));
        }
    }

    List<Read.Good> good() {
        return reads.stream()
                .filter(Read.Good.class::isInstance)
                .map(Read.Good.class::cast)
                .toList();
    }
}
