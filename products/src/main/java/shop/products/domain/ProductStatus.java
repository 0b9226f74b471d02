package shop.products.domain;

/** Whether a product is for sale: only an active one is, and only in a published store. */
public enum ProductStatus {
    DRAFT,
    ACTIVE,
    ARCHIVED
}
