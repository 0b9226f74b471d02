package shop.orders.domain;

import shop.platform.Failure;
import shop.platform.Money;

/** The way to a card provider that breaks at a word, before the provider hears it or before its answer comes back. */
final class DyingCards implements Cards {

    /** Where it breaks. */
    enum At {
        NEVER,
        BEFORE_CHARGING,
        AFTER_CHARGING,
        BEFORE_REFUNDING,
        AFTER_REFUNDING
    }

    private final Cards cards;
    private At at = At.NEVER;

    DyingCards(Cards cards) {
        this.cards = cards;
    }

    void dieAt(At place) {
        at = place;
    }

    private void die(At here) {
        if (at != here) return;
        at = At.NEVER;
        throw Failure.unavailable("the provider");
    }

    @Override
    public String name() {
        return cards.name();
    }

    @Override
    public Outcome charge(Charge charge) {
        die(At.BEFORE_CHARGING);
        var outcome = cards.charge(charge);
        die(At.AFTER_CHARGING);
        return outcome;
    }

    @Override
    public Outcome settle(String reference, String orderId, Money amount) {
        return cards.settle(reference, orderId, amount);
    }

    @Override
    public void refund(String reference, String refundId, Money amount) {
        die(At.BEFORE_REFUNDING);
        cards.refund(reference, refundId, amount);
        die(At.AFTER_REFUNDING);
    }
}
