package shop.products.domain;

/** Where a store stands, as stores tells it. */
public enum StoreStatus {
    DRAFT,
    PUBLISHED,
    DEACTIVATED,
    SUSPENDED,
    CLOSED
}
