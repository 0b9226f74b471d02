package shop.orders.domain;

import java.util.Optional;
import shop.platform.Money;

/** Buying what is in the cart. */
public final class CheckingOut {

    private final Placing placing;
    private final Carting carting;

    public CheckingOut(Placing placing, Carting carting) {
        this.placing = placing;
        this.carting = carting;
    }

    /** The cart is emptied once the order is kept; what a crash leaves in it, the same request takes out. */
    public Order checkOut(
            String customerId, String key, Recipient recipient, Method method, Optional<Money> expectedTotal) {
        var name = Placing.Request.name(customerId, key, "checkout");
        var lines = carting.cart(customerId).lines();
        var order = placing.place(new Placing.Request(name, customerId, lines, recipient, method, expectedTotal));
        carting.bought(customerId, order.lines());
        return order;
    }
}
