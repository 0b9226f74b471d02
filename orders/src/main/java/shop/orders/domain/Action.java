package shop.orders.domain;

/** What a caller may do to an order right now. */
public enum Action {
    PAY,
    CANCEL,
    SHIP,
    MARK_DELIVERED,
    REFUND,
    RETURN
}
