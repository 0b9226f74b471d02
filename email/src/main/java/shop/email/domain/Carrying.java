package shop.email.domain;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries what is due, a few mails at a time. */
public final class Carrying implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final int BATCH = 100;

    private final Emails emails;
    private final Sending sending;
    private final Clock clock;
    private final ExecutorService carriers =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());

    public Carrying(Emails emails, Sending sending, Clock clock) {
        this.emails = emails;
        this.sending = sending;
        this.clock = clock;
    }

    /** Sends everything that is due now. What breaks with one mail does not stop the others, and is thrown at the end. */
    public void carry() {
        var due = emails.due(clock.instant(), BATCH);
        while (!due.isEmpty()) {
            carry(due);
            due = due.size() < BATCH || Thread.currentThread().isInterrupted()
                    ? List.of()
                    : emails.due(clock.instant(), BATCH);
        }
    }

    private void carry(List<Email> due) {
        var trips = due.stream()
                .<Callable<Void>>map(email -> () -> {
                    sending.send(email);
                    return null;
                })
                .toList();
        try {
            var failed = carriers.invokeAll(trips).stream()
                    .filter(trip -> trip.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();
            if (!failed.isEmpty()) throw stopped(failed);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static IllegalStateException stopped(List<Throwable> failed) {
        var failure = new IllegalStateException(failed.size() + " e-mails wait for another try", failed.getFirst());
        failed.stream().skip(1).forEach(failure::addSuppressed);
        return failure;
    }

    @Override
    public void close() {
        carriers.shutdownNow();
        carriers.close();
    }
}
