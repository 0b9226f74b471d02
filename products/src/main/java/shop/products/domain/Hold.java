package shop.products.domain;

import java.time.Instant;

/**
 * Units kept for an order.
 *
 * @param key the order and which of its attempts this is for: what one attempt undoes, another may have taken anew
 */
public record Hold(String key, int quantity, Instant expiresAt) {}
