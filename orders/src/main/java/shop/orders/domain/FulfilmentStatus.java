package shop.orders.domain;

/** Where the goods of an order are. */
public enum FulfilmentStatus {
    UNFULFILLED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    RETURNED
}
