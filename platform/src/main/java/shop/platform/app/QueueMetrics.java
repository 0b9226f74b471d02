package shop.platform.app;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.function.ToLongFunction;
import shop.platform.Failure;
import shop.platform.events.EventBus;
import shop.platform.events.EventBus.Depth;

/** How full the queues of a process are. Looked at now and then: asking at each scrape would hang with the broker. */
final class QueueMetrics {

    private final EventBus bus;
    private final MultiGauge waiting;
    private final MultiGauge dead;

    QueueMetrics(EventBus bus) {
        this.bus = bus;
        this.waiting = MultiGauge.builder("events.queue.depth")
                .description("Deliveries that wait in a queue")
                .register(bus.meters());
        this.dead = MultiGauge.builder("events.dead.letters")
                .description("Deliveries of a queue that were given up on")
                .register(bus.meters());
    }

    /** Says nothing of queues while the broker is away: what it said last may not be true any more. */
    void look() {
        var depths = depths();
        show(waiting, depths, Depth::waiting);
        show(dead, depths, Depth::dead);
    }

    private Map<String, Depth> depths() {
        try {
            return bus.depths();
        } catch (Failure away) {
            return Map.of();
        }
    }

    private static void show(MultiGauge gauge, Map<String, Depth> depths, ToLongFunction<Depth> figure) {
        gauge.register(
                depths.entrySet().stream()
                        .map(each -> Row.of(Tags.of("queue", each.getKey()), figure.applyAsLong(each.getValue())))
                        .toList(),
                true);
    }
}
