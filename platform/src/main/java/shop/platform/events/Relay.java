package shop.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events from an outbox to the bus: right after each write, and in sweeps for what a crash left behind. */
public final class Relay implements AutoCloseable {

    /** How long events stay in the hands of who wrote them before a sweep takes them for left behind. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 200;
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final EventBus bus;
    private final Clock clock;
    private final OutboxLag lag;
    private final AtomicBoolean stuck = new AtomicBoolean();
    private final BlockingQueue<Event> fresh = new LinkedBlockingQueue<>(50 * BATCH);
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

    public Relay(Outbox outbox, EventBus bus, Clock clock) {
        this.outbox = outbox;
        this.bus = bus;
        this.clock = clock;
        this.lag = new OutboxLag(outbox, bus.meters(), clock);
        carriers.execute(this::carryFresh);
        carriers.execute(this::sweep);
        carriers.execute(lag::watch);
    }

    /** Takes events that have just been written. Never waits: what finds no room is left to the sweep. */
    public void offer(List<Event> events) {
        events.forEach(fresh::offer);
    }

    private void carryFresh() {
        try {
            while (true) {
                var batch = new ArrayList<>(List.of(fresh.take()));
                fresh.drainTo(batch, BATCH - 1);
                carry(batch);
            }
        } catch (InterruptedException closed) {
            LOG.debug("closed; what is left stays in the outbox");
        }
    }

    private void sweep() {
        try {
            while (true) {
                var handled = sweepOnce();
                if (handled < BATCH) Thread.sleep(BETWEEN_SWEEPS); // after a long outage there is more
            }
        } catch (InterruptedException closed) {
            LOG.debug("closed; what is left stays in the outbox");
        }
    }

    private int sweepOnce() {
        try {
            var due = outbox.due(clock.instant(), BATCH);
            return carry(due) ? due.size() : 0;
        } catch (RuntimeException e) {
            LOG.warn("the outbox cannot be read: {}", e.toString());
            return 0;
        }
    }

    /** False when the broker did not answer: then everything stays as it was. */
    private boolean carry(List<Event> events) {
        try {
            var told = bus.publish(events);
            outbox.remove(told);
            var untold = new ArrayList<>(events);
            untold.removeAll(new HashSet<>(told));
            outbox.postpone(untold, clock.instant());
            if (stuck.getAndSet(false)) LOG.info("events leave the outbox again");
            return true;
        } catch (RuntimeException e) {
            if (!stuck.getAndSet(true)) LOG.warn("events stay in the outbox for now: {}", e.toString());
            return false;
        }
    }

    /** What is still on its way stays in the outbox, for the next process to sweep up. */
    @Override
    public void close() {
        carriers.shutdownNow();
        carriers.close();
        lag.close();
    }
}
