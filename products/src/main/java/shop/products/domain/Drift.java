package shop.products.domain;

/**
 * How far the search index is from the products.
 *
 * @param missing not in the index
 * @param stale in the index in an older version
 * @param extra in the index only
 * @param repaired how many of all these have been mended
 */
public record Drift(long products, long indexed, long missing, long stale, long extra, long repaired) {}
