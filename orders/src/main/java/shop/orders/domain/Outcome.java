package shop.orders.domain;

/** What a payment provider says of a charge. */
public sealed interface Outcome {

    record Succeeded() implements Outcome {}

    /** Refused for good; the code is the provider's, in snake_case. */
    record Declined(String code) implements Outcome {}

    /** Not decided yet; a webhook will tell. */
    record Pending() implements Outcome {}
}
