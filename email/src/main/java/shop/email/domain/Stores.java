package shop.email.domain;

import java.util.Optional;

/** Copies of what stores tells about itself. */
public interface Stores {

    Optional<Store> find(String storeId);

    /** Unless what is known is newer. */
    void put(Store store);

    /** Whoever read mails to stores at this address has left. */
    void forget(Address contact);
}
