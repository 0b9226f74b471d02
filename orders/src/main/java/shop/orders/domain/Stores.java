package shop.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stores as this service knows them. */
public interface Stores {

    Optional<Store> find(String id);

    /** Those of them that are known. */
    List<Store> among(Collection<String> ids);

    /** Keeps it unless a later state is known. */
    void keep(Store store);
}
