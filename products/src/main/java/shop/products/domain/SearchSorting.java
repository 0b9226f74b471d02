package shop.products.domain;

/** The orders search results come in. */
public enum SearchSorting {
    RELEVANCE,
    CHEAPEST,
    DEAREST,
    NEWEST,
    BEST_RATED,
    MOST_SOLD
}
