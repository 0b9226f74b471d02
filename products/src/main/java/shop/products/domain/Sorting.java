package shop.products.domain;

/** The orders a list of products comes in. */
public enum Sorting {
    OLDEST,
    NEWEST,
    CHEAPEST,
    DEAREST,
    TITLE
}
