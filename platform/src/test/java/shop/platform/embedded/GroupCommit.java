package shop.platform.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Saves after every change and before anybody hears of it; changes that finish together are saved once. */
final class GroupCommit {

    private final Runnable save;
    private final ReadWriteLock changes = new ReentrantReadWriteLock(true);
    private final Lock saving = new ReentrantLock(true);
    private final AtomicLong finished = new AtomicLong();
    private long saved;

    /** @param save is never called while a change is under way */
    GroupCommit(Runnable save) {
        this.save = save;
    }

    /** A change that fails may have done half of its work, so it is saved too. */
    <T> T around(Supplier<T> change) {
        try {
            return counted(change);
        } finally {
            saveUpTo(finished.get());
        }
    }

    private <T> T counted(Supplier<T> change) {
        changes.readLock().lock();
        try {
            return change.get();
        } finally {
            finished.incrementAndGet();
            changes.readLock().unlock();
        }
    }

    private void saveUpTo(long mine) {
        saving.lock();
        try {
            if (saved >= mine) return;
            changes.writeLock().lock();
            try {
                long all = finished.get();
                save.run();
                saved = all;
            } finally {
                changes.writeLock().unlock();
            }
        } finally {
            saving.unlock();
        }
    }
}
