package shop.platform.events;

import java.time.Instant;
import java.util.List;

/** Where events wait, beside the change that caused them, until they are safe with the broker. */
public interface Outbox {

    /** What tells it from others, as {@code orders.orders}. */
    String name();

    /** Those whose turn has come by this time, the most patient first. */
    List<Event> due(Instant time, int limit);

    void remove(List<Event> told);

    /** Nobody wanted these yet: each waits longer every time, and holds up no other. */
    void postpone(List<Event> untold, Instant now);
}
