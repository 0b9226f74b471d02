package shop.orders.domain;

/** What the rest of the shop may learn about orders: the order as it then was, who did it, and what was special. */
public sealed interface OrderEvent {

    Order order();

    /** The id of whoever did it, or "system". */
    String by();

    record Placed(Order order, String by) implements OrderEvent {}

    record Paid(Order order, String by, String reference) implements OrderEvent {}

    record PaymentFailed(Order order, String by, String declineCode) implements OrderEvent {}

    record Cancelled(Order order, String by, String reason) implements OrderEvent {}

    record Expired(Order order, String by, String reason) implements OrderEvent {}

    record Shipped(Order order, String by, Shipment shipment) implements OrderEvent {}

    record Delivered(Order order, String by, Shipment shipment) implements OrderEvent {}

    record Refunded(Order order, String by, Refund refund) implements OrderEvent {}

    record Returned(Order order, String by, Return back) implements OrderEvent {}
}
