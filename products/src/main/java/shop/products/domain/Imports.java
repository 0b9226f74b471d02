package shop.products.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All imports, as far as they have come. */
public interface Imports {

    Optional<ImportJob> find(String id);

    void put(ImportJob job);

    /** Those under way that nobody has worked on since. */
    List<ImportJob> stalled(Instant since, int limit);

    /** What a person has imported, the newest first. */
    List<ImportJob> of(String userId, int limit);

    /** Calls a person otherwise, wherever an import names them. */
    void rename(String userId, String name);
}
