package shop.products.domain;

import java.util.Optional;

/** Where a store can be asked for that we have not heard of yet. */
@FunctionalInterface
public interface StoreDirectory {
    Optional<Store> ask(String id);
}
