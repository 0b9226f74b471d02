package shop.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shop.platform.Page;

/** Orders of a process that dies at a write, before it or right after it. */
final class DyingOrders implements Orders {

    /** Where it dies. */
    enum At {
        NEVER,
        BEFORE_ADDING,
        AFTER_ADDING,
        BEFORE_REPLACING
    }

    private final Orders orders;
    private At at = At.NEVER;
    private Predicate<List<OrderEvent>> victim = events -> true;

    DyingOrders(Orders orders) {
        this.orders = orders;
    }

    void dieAt(At place) {
        at = place;
    }

    /** Dies instead of keeping a change that tells this. */
    void dieTelling(Class<? extends OrderEvent> event) {
        at = At.BEFORE_REPLACING;
        victim = events -> events.stream().anyMatch(event::isInstance);
    }

    private void die(At here) {
        if (at != here) return;
        at = At.NEVER; // the next process lives
        throw new IllegalStateException("died " + here);
    }

    @Override
    public Optional<Order> find(String id) {
        return orders.find(id);
    }

    @Override
    public Page<Order> list(Filter filter, Page.Request request) {
        return orders.list(filter, request);
    }

    @Override
    public List<Order> unshippedOf(String storeId, int limit) {
        return orders.unshippedOf(storeId, limit);
    }

    @Override
    public List<Order> due(Instant now, int limit) {
        return orders.due(now, limit);
    }

    @Override
    public List<Order> remembering(String customerId, int limit) {
        return orders.remembering(customerId, limit);
    }

    @Override
    public boolean add(Order order, OrderEvent... events) {
        die(At.BEFORE_ADDING);
        var added = orders.add(order, events);
        die(At.AFTER_ADDING);
        return added;
    }

    @Override
    public void replace(Order next, List<OrderEvent> events) {
        if (victim.test(events)) die(At.BEFORE_REPLACING);
        orders.replace(next, events);
    }

    @Override
    public void postpone(Order order, Instant dueAt) {
        orders.postpone(order, dueAt);
    }
}
