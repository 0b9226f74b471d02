package shop.products.domain;

/** What the rest of the shop may learn about reservations. */
public sealed interface ReservationEvent {

    record Expired(String orderId) implements ReservationEvent {}
}
