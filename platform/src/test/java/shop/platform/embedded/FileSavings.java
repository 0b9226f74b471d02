package shop.platform.embedded;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/** The file under the embedded MongoDB: written only when nobody writes, so that every state in it is a whole one. */
final class FileSavings implements Savings {

    private static final int SAVES_BETWEEN_CLEANINGS = 100;
    private static final int WORTH_KEEPING_PERCENT = 50;
    private static final int CLEANED_AT_ONCE = 1 << 22;
    private static final int MILLIS_TO_SHRINK = 500;

    private final MVStore store;
    private long saves;

    private FileSavings(MVStore store) {
        this.store = store;
    }

    /** Without the store's own saving by the clock or by size, which would strike in the middle of a change. */
    static FileSavings in(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(0); // older states would help after a power cut only, and fill the disk
        return new FileSavings(store);
    }

    MVStore store() {
        return store;
    }

    /** Gives back what the last run left unused; worth its while only when the store's maps are open. */
    void shrink() {
        store.compactFile(MILLIS_TO_SHRINK);
    }

    /** Hands everything to the operating system, which keeps it even when this process is killed now. */
    @Override
    public void save() {
        store.commit();
        if (++saves % SAVES_BETWEEN_CLEANINGS == 0) store.compact(WORTH_KEEPING_PERCENT, CLEANED_AT_ONCE);
    }

    @Override
    public <T> T reading(Supplier<T> work) {
        var version = store.registerVersionUsage();
        try {
            return work.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }
}
