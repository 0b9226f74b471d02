package shop.orders.domain;

/** All that orders keeps. */
public record Books(Orders orders, Carts carts, Placements placements, Stores stores) {}
