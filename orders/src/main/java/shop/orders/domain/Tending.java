package shop.orders.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks after what would otherwise stay as it is: attempts nobody heard of again, promises, orders nobody pays. */
public final class Tending {

    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Orders orders;
    private final Settling settling;
    private final Refunding refunding;
    private final Cancelling cancelling;
    private final Clock clock;

    public Tending(Orders orders, Settling settling, Refunding refunding, Cancelling cancelling, Clock clock) {
        this.orders = orders;
        this.settling = settling;
        this.refunding = refunding;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    /** One round. An order that fails waits for a later one and holds up no other; its failure is told at the end. */
    public void tend() {
        List<RuntimeException> failures = new ArrayList<>();
        for (var order : orders.due(clock.instant(), BATCH)) {
            try {
                tend(order);
            } catch (RuntimeException e) {
                failures.add(e);
            }
            orders.postpone(order, clock.instant().plus(LATER)); // unless it has moved on, as it should have
        }
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    private void tend(Order order) {
        settling.ask(order);
        refunding.finish(order);
        cancelling.expireUnpaid(order.id());
    }
}
