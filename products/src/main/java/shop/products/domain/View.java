package shop.products.domain;

import java.time.Instant;

/** That somebody has looked at a product; at most one for each of the two. */
public record View(String userId, String productId, String storeId, Instant at) {}
