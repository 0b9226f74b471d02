package shop.orders.domain;

/**
 * Who asks, as far as orders care.
 *
 * @param readsAll support and admins
 */
public record Caller(String id, boolean readsAll, boolean admin) {}
