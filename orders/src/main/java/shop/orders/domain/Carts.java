package shop.orders.domain;

import java.util.Optional;

/** All carts, one for each customer. */
public interface Carts {

    Optional<Cart> find(String customerId);

    /** Keeps the next version; false when somebody else has moved the cart on. */
    boolean keep(Cart next);

    void delete(String customerId);
}
