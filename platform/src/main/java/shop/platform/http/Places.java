package shop.platform.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import shop.platform.Failure;

/**
 * How many requests a service works on at once. A body that is still arriving takes none of these places, else a few slow
 * callers would keep everybody out; there is room for many more of those.
 */
final class Places {

    private static final int ARRIVING_EACH = 8;

    private final String service;
    private final Semaphore arriving;
    private final Semaphore working;

    Places(String service, int concurrency) {
        this.service = service;
        this.arriving = new Semaphore(ARRIVING_EACH * concurrency);
        this.working = new Semaphore(concurrency);
    }

    /** Refuses, before anything was spent on it, what nobody could work on now. */
    void glance() {
        if (working.availablePermits() == 0) throw full();
    }

    void arrive(Context ctx, Handler reading) throws Exception {
        within(arriving, ctx, reading);
    }

    void work(Context ctx, Handler work) throws Exception {
        within(working, ctx, work);
    }

    private void within(Semaphore places, Context ctx, Handler handler) throws Exception {
        if (!places.tryAcquire()) throw full();
        try {
            handler.handle(ctx);
        } finally {
            places.release();
        }
    }

    private Failure full() {
        return Failure.of(Failure.Kind.UNAVAILABLE, "overloaded", service + " has too much to do right now")
                .retryAfter(Duration.ofSeconds(1));
    }
}
