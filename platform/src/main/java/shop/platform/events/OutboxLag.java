package shop.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the oldest event of an outbox has been waiting: what grows when broker or database are in trouble. */
final class OutboxLag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxLag.class);
    private static final String NAME = "outbox.lag";
    private static final String OUTBOX = "outbox";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration AHEAD = Duration.ofHours(1); // whatever waits is due before then
    private static final int LOOKED_AT = 200; // of more than these, it is the oldest of those next in turn

    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile Optional<Gauge> gauge = Optional.empty();
    private volatile Optional<Instant> oldest = Optional.empty();

    OutboxLag(Outbox outbox, MeterRegistry meters, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    /** Two instances in one process watch the same outbox: whoever looked last speaks, also when the other has closed. */
    private void show() {
        present().forEach(meters::remove);
        gauge = Optional.of(Gauge.builder(NAME, this, OutboxLag::seconds)
                .description("Age of the event that has waited longest to leave")
                .baseUnit("seconds")
                .tag(OUTBOX, outbox.name())
                .register(meters));
    }

    private Stream<Gauge> present() {
        return meters.find(NAME).tag(OUTBOX, outbox.name()).gauges().stream();
    }

    private double seconds() {
        return oldest.map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    /** Looks again and again until the thread is interrupted: asking at each scrape would hang with the database. */
    void watch() {
        try {
            while (true) {
                look();
                show();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException closed) {
            LOG.debug("closed; nobody looks at {} any more", outbox.name());
        }
    }

    private void look() {
        try {
            oldest = outbox.due(clock.instant().plus(AHEAD), LOOKED_AT).stream()
                    .map(Event::time)
                    .min(Comparator.naturalOrder());
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be read; what is known of it grows older", outbox.name(), e);
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // those of two instances are equal; only our own goes
    public void close() {
        present().filter(each -> gauge.filter(mine -> mine == each).isPresent()).forEach(meters::remove);
    }
}
