package shop.orders.domain;

import java.util.Optional;

/** Whoever knows all stores; asked once about those that are not known here. */
@FunctionalInterface
public interface StoreRegister {

    Optional<Store> ask(String id);
}
