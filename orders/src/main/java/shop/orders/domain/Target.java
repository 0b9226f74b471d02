package shop.orders.domain;

import java.util.OptionalInt;

/**
 * The order a caller wants to change.
 *
 * @param seen the version the caller has seen; empty when they take it as it is
 */
public record Target(String orderId, Caller caller, OptionalInt seen) {}
