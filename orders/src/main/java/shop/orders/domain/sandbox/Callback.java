package shop.orders.domain.sandbox;

/** The way a provider calls the shop: by a signed webhook. Fails when the shop does not take it. */
@FunctionalInterface
public interface Callback {
    void call(Transaction charge);
}
