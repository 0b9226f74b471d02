package shop.orders.domain;

/** How a customer wants to pay. */
public enum Method {
    INVOICE,
    CASH_ON_DELIVERY,
    /** Paid before anything is shipped; the only one whose unpaid orders expire. */
    CARD
}
