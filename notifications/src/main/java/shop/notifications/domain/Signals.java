package shop.notifications.domain;

import java.time.Duration;

/** Wakes those who wait for somebody's notifications, on whichever instance they wait. */
public interface Signals {

    /** Somebody who waits. Signals that come while nobody waits are not lost. */
    interface Waiting extends AutoCloseable {

        /** Returns at a signal, or when this time is over. */
        void await(Duration most) throws InterruptedException;

        @Override
        void close();
    }

    void announce(String userId);

    /** Begins to wait; refused when too many wait for this person already. */
    Waiting listen(String userId);
}
