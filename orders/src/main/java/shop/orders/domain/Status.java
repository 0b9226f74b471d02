package shop.orders.domain;

/** Where an order as a whole stands. */
public enum Status {
    PLACED,
    CANCELLED,
    /** Every item is delivered or returned, and the money is settled. */
    COMPLETED
}
