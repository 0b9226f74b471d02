package shop.notifications.api;

import java.time.Duration;
import shop.notifications.api.Views.NotificationView;
import shop.notifications.domain.Notifications;
import shop.notifications.domain.Signals;
import shop.platform.http.Principal;

/**
 * Follows somebody's notifications: what is kept is told in the order of its numbers, so nothing is lost and nothing told
 * twice, whichever instance kept it and however often a signal comes.
 */
public final class Follower implements AutoCloseable {

    /** Where it is told. */
    interface Line {
        void tell(NotificationView notification);

        /** Shows both ends that the line is still there. */
        void beat();

        boolean open();
    }

    /** Whose line it is, and the token that must stay valid as long as it is open. */
    record Person(String userId, String accessToken) {}

    private static final int BATCH = 100;

    private final Notifications notifications;
    private final Signals signals;
    private final Principal.Verifier tokens;
    private final Duration heartbeat;
    private volatile boolean closed;

    public Follower(Notifications notifications, Signals signals, Principal.Verifier tokens, Duration heartbeat) {
        this.notifications = notifications;
        this.signals = signals;
        this.tokens = tokens;
        this.heartbeat = heartbeat;
    }

    /** The number of the latest one: who does not resume begins there. */
    long latest(String userId) {
        return notifications.last(userId);
    }

    /** Tells until the line closes, the token ends, or the service stops. */
    void follow(Person person, long after, Line line) {
        try (var waiting = signals.listen(person.userId())) {
            var last = after;
            line.beat();
            while (goesOn(person, line)) {
                var batch = notifications.after(person.userId(), last, BATCH);
                for (var each : batch) {
                    line.tell(NotificationView.of(each));
                    last = each.seq();
                }
                if (batch.size() == BATCH) continue;
                waiting.await(heartbeat);
                if (line.open()) line.beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn(Person person, Line line) {
        return !closed && line.open() && tokens.verify(person.accessToken()).isPresent();
    }

    @Override
    public void close() {
        closed = true;
    }
}
