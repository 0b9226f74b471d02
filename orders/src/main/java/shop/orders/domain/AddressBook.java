package shop.orders.domain;

import java.util.Optional;

/** The addresses people have saved. */
@FunctionalInterface
public interface AddressBook {

    Optional<Address> find(String userId, String addressId);
}
