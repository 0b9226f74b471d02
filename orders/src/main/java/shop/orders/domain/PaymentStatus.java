package shop.orders.domain;

/** Where the money of an order is. */
public enum PaymentStatus {
    PENDING,
    PAID,
    /** The last attempt was declined; the order stays payable. */
    FAILED,
    PARTIALLY_REFUNDED,
    REFUNDED
}
