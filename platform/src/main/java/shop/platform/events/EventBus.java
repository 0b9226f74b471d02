package shop.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells facts and hears them. Delivery is at least once and in no order, so handlers are idempotent. */
public interface EventBus extends AutoCloseable {

    /**
     * What is in a queue.
     *
     * @param waiting deliveries that nobody has in hand
     * @param dead deliveries that were given up on
     */
    record Depth(long waiting, long dead) {}

    /** Returns those that are safe in a queue; the others found no listener, and are to be told again. */
    List<Event> publish(List<Event> events);

    /**
     * Hears the given types on a durable queue; closing stops that, and what was in hand is delivered again.
     *
     * @param queue {@code <service>.<purpose>}
     * @param types routing keys of the topic exchange: {@code order.placed}, {@code store.*}, {@code #}
     */
    AutoCloseable subscribe(String queue, List<String> types, Consumer<Event> handler);

    /**
     * Lets deliveries come to those who have subscribed. Until then queues keep them: a handler may ask siblings, which may
     * be in this very process, and can't answer before it listens.
     */
    void begin();

    /** What the queues of a service gave up on. */
    DeadLetters deadLetters(String service);

    /** How full the queues are that are heard on, by their names. */
    Map<String, Depth> depths();

    /** Where whatever happens to events is counted. */
    MeterRegistry meters();

    /** Whether events can leave right now. */
    boolean answers();

    @Override
    void close();
}
