package shop.orders.clients;

import java.util.Optional;
import shop.orders.domain.Address;
import shop.orders.domain.AddressBook;
import shop.platform.clients.Sibling;

/** The addresses that users keeps. */
public final class UsersAddressBook implements AddressBook {

    private final Sibling users;

    public UsersAddressBook(Sibling users) {
        this.users = users;
    }

    @Override
    public Optional<Address> find(String userId, String addressId) {
        return users.get("/users/%s/addresses/%s".formatted(userId, addressId)).find(Address.class);
    }
}
