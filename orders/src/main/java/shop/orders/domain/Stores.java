package shop.orders.domain;

import java.util.Optional;

/** The stores as this service knows them. */
public interface Stores {

    Optional<Store> find(String id);

    /** Keeps it unless a later state is known. */
    void keep(Store store);
}
