package shop.orders.domain;

import java.time.Clock;
import java.util.List;

/** A customer leaves: what says who they were goes, at once or when the order that still needs it is done. */
public final class Forgetting {

    private static final int BATCH = 100;

    private final Orders orders;
    private final Carts carts;
    private final Changing changing;
    private final Clock clock;

    public Forgetting(Orders orders, Carts carts, Changing changing, Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.changing = changing;
        this.clock = clock;
    }

    public void forget(String customerId) {
        carts.delete(customerId);
        List<Order> left;
        do {
            left = orders.remembering(customerId, BATCH);
            left.forEach(order -> changing.change(order.id(), this::forgotten));
        } while (!left.isEmpty());
    }

    private Change forgotten(Order order) {
        if (order.privacy() != Privacy.KEPT) return Change.none(order);
        return Change.to(Next.of(order, clock.instant()).forgetting().order());
    }
}
