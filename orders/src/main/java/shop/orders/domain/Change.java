package shop.orders.domain;

import java.util.List;

/** A decision: the order as it is to be, and what to tell. */
record Change(Order order, List<OrderEvent> events) {

    Change {
        events = List.copyOf(events);
    }

    static Change to(Order order, OrderEvent... events) {
        return new Change(order, List.of(events));
    }

    /** Nothing happens: what was wanted is the case already. */
    static Change none(Order order) {
        return new Change(order, List.of());
    }
}
