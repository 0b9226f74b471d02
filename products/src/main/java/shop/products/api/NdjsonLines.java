package shop.products.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.http.Http;
import shop.products.api.ImportViews.ImportItem;
import shop.products.domain.Importing.Read;

/** Products as JSON, one a line; never more than a line in memory. */
final class NdjsonLines implements Iterator<Read> {

    private static final int LONGEST = 256 << 10; // bytes
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}; // some editors begin a file with it

    private final InputStream in;
    private int number;
    private Optional<Read> next = Optional.empty();

    NdjsonLines(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next.isEmpty()) {
                var line = new ByteArrayOutputStream();
                if (!read(line)) return false;
                number++;
                if (!line.toString(UTF_8).isBlank()) next = Optional.of(read(line.toByteArray()));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Read next() {
        if (!hasNext()) throw new NoSuchElementException();
        var read = next.orElseThrow();
        next = Optional.empty();
        return read;
    }

    /** False at the end. Of a line that is too long, the beginning. */
    private boolean read(ByteArrayOutputStream line) throws IOException {
        int one = in.read();
        if (one < 0) return false;
        for (; one >= 0 && one != '\n'; one = in.read()) if (line.size() <= LONGEST) line.write(one);
        return true;
    }

    private Read read(byte[] line) {
        try {
            if (line.length > LONGEST) {
                throw Failure.invalid("", "too_long", "a line must be " + LONGEST + " bytes at most");
            }
            return new Read.Good(
                    number,
                    Http.parsed(number == 1 ? unmarked(line) : line, ImportItem.class)
                            .line());
        } catch (Failure failure) {
            return new Read.Bad(number, failure);
        }
    }

    private static byte[] unmarked(byte[] line) {
        var marked = Arrays.equals(line, 0, Math.min(line.length, MARK.length), MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(line, MARK.length, line.length) : line;
    }
}
