package shop.products.domain;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import shop.platform.Failure;

/** Looking again when somebody else was faster. */
final class Persistence {

    static final int TRIES = 60;

    private static final int LONGEST_PAUSE = 30; // milliseconds

    private Persistence() {}

    /**
     * Does it until nobody gets in the way.
     *
     * @param attempt looks and writes; fails as stale when what it saw is no longer so; told how often that was before
     */
    static <T> T persistently(IntFunction<T> attempt) {
        for (int tried = 0; ; tried++) {
            try {
                return attempt.apply(tried);
            } catch (Failure failure) {
                if (failure.kind() != Failure.Kind.STALE || tried == TRIES) throw failure;
                pause(tried);
            }
        }
    }

    /** The same, where only the write may get in somebody's way: what the look refuses is refused. */
    static <S, T> T persistently(Supplier<S> look, Function<S, T> write) {
        for (int tried = 0; ; tried++) {
            var seen = look.get();
            try {
                return write.apply(seen);
            } catch (Failure failure) {
                if (failure.kind() != Failure.Kind.STALE || tried == TRIES) throw failure;
                pause(tried);
            }
        }
    }

    private static void pause(int tried) {
        if (tried < 2) return; // mostly whoever was in the way is done by now
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable("products");
        }
    }
}
