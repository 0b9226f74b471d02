package shop.orders.domain;

import shop.platform.Money;

/** A provider of card payments. Everything may be asked twice: the reference tells what was meant. */
public interface Cards {

    /** What is to be charged. */
    record Charge(String reference, String orderId, Money amount, String token) {}

    /** What orders call it; its webhooks come in under this name. */
    String name();

    /** Whether anybody can pay by card. */
    default boolean accepted() {
        return true;
    }

    /** Charges, once per reference: asked again it says what became of the first time. */
    Outcome charge(Charge charge);

    /** What became of a charge. One that it has never heard of is declined from now on, even if it comes in later. */
    Outcome settle(String reference, String orderId, Money amount);

    /** Gives money of a charge back, once per refund id. */
    void refund(String reference, String refundId, Money amount);
}
