package shop.platform.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import shop.platform.events.DeadLetters;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Delivers at once on the caller's thread, through real JSON; and dies on demand, before or after delivering. */
public final class InMemoryBus implements EventBus {

    /** Where the process dies: with the event still at home, or with the event out and nobody told so. */
    public enum Crash {
        NEVER,
        BEFORE_DELIVERY,
        AFTER_DELIVERY
    }

    private record Subscription(String queue, List<String> types, Consumer<Event> handler) {

        /** As a topic exchange does: # is anything, * one word. */
        boolean wants(Event event) {
            return types.stream()
                    .anyMatch(type -> type.equals("#")
                            || event.type().matches(type.replace(".", "\\.").replace("*", "[^.]+")));
        }
    }

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Crash crash;

    public InMemoryBus() {
        this(Crash.NEVER);
    }

    public InMemoryBus(Crash crash) {
        this.crash = crash;
    }

    @Override
    public List<Event> publish(List<Event> events) {
        if (crash == Crash.BEFORE_DELIVERY) throw new IllegalStateException("died before delivering");
        var told = events.stream().filter(this::deliver).toList();
        if (crash == Crash.AFTER_DELIVERY) throw new IllegalStateException("died after delivering");
        return told;
    }

    private boolean deliver(Event event) {
        var listeners = subscriptions.stream().filter(each -> each.wants(event)).toList();
        listeners.forEach(each -> each.handler().accept(Event.parse(event.json())));
        return !listeners.isEmpty();
    }

    @Override
    public AutoCloseable subscribe(String queue, List<String> types, Consumer<Event> handler) {
        var subscription = new Subscription(queue, types, handler);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    @Override
    public void begin() {}

    /** What is listened to, by queue. */
    public Map<String, List<String>> subscriptions() {
        var all = new TreeMap<String, List<String>>();
        subscriptions.forEach(each -> all.put(each.queue(), each.types()));
        return all;
    }

    /** A handler's failure reaches the publisher here, so nothing is ever given up on. */
    @Override
    public DeadLetters deadLetters(String service) {
        return new DeadLetters() {
            @Override
            public List<DeadLetter> list(int limit) {
                return List.of();
            }

            @Override
            public boolean replay(String id) {
                return false;
            }

            @Override
            public boolean discard(String id) {
                return false;
            }
        };
    }

    @Override
    public Map<String, Depth> depths() {
        return Map.of();
    }

    @Override
    public MeterRegistry meters() {
        return meters;
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void close() {}
}
