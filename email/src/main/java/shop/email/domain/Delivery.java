package shop.email.domain;

/** What became of a mail that was handed over; the detail is what the other side said. */
public sealed interface Delivery {

    record Accepted(String detail) implements Delivery {}

    /** Perhaps later. */
    record Deferred(String detail) implements Delivery {}

    /** Never. */
    record Refused(String detail) implements Delivery {}
}
