package shop.platform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;

/** The file under the embedded MongoDB: written only when nobody writes, so that every state in it is a whole one. */
final class Savings {

    private static final Duration OLD_STATES_ARE_KEPT = Duration.ofSeconds(5);
    private static final int SAVES_BETWEEN_CLEANINGS = 500;
    private static final int WORTH_KEEPING_PERCENT = 50;
    private static final int CLEANED_AT_ONCE = 1 << 22;

    private final MVStore store;
    private long saves;

    Savings(MVStore store) {
        this.store = store;
    }

    /** Without the store's own saving by the clock or by size, which would strike in the middle of a change. */
    static MVStore open(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(Math.toIntExact(OLD_STATES_ARE_KEPT.toMillis()));
        return store;
    }

    /** Hands everything to the operating system, which keeps it even when this process is killed now. */
    void save() {
        store.commit();
        if (++saves % SAVES_BETWEEN_CLEANINGS == 0) store.compact(WORTH_KEEPING_PERCENT, CLEANED_AT_ONCE);
    }
}
