package shop.notifications.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Page;

/** All notifications, wherever they are kept. */
public interface Notifications {

    /** Which of somebody's notifications are wanted. */
    record Query(String userId, boolean unreadOnly, Optional<Type> type) {}

    /**
     * Keeps it under the person's next number: whoever sees a number has been able to see all before it.
     *
     * @return empty when one of this id is kept already, or was
     */
    Optional<Notification> add(Notification unnumbered);

    /** The newest first. */
    Page<Notification> list(Query query, Page.Request page);

    /** Those after a number, in order. */
    List<Notification> after(String userId, long seq, int limit);

    /** The number of the latest one, removed or not; 0 before the first. */
    long last(String userId);

    long unread(String userId);

    /** False when this person has none of this id. */
    boolean read(String userId, String id, Instant at);

    void readAll(String userId, Instant at);

    /** False when this person has none of this id. */
    boolean remove(String userId, String id);

    void forget(String userId);

    /** Takes away those older than this; numbers are never given twice. */
    void expire(Instant olderThan);
}
