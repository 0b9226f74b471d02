package shop.orders.domain;

import shop.platform.Failure;
import shop.platform.Money;

/** For a shop that has no provider of card payments. */
public final class NoCards implements Cards {

    static Failure refused() {
        return Failure.conflict("payment_method_unavailable", "nobody can pay by card here");
    }

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean accepted() {
        return false;
    }

    @Override
    public Outcome charge(Charge charge) {
        throw refused();
    }

    @Override
    public Outcome settle(String reference, String orderId, Money amount) {
        throw refused();
    }

    @Override
    public void refund(String reference, String refundId, Money amount) {
        throw refused();
    }
}
