package shop.products.domain;

/** Why units came or went. */
public enum MovementType {
    SET,
    ADJUSTMENT,
    IMPORT,
    SALE,
    RETURN
}
