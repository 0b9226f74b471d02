package shop.orders.domain;

import java.util.Optional;
import shop.platform.Failure;

/** Where an order is to go: an address, or the id of one in the customer's address book. */
public record Recipient(Optional<Address> shippingAddress, Optional<String> addressId) {

    public Recipient {
        if (shippingAddress.isEmpty() && addressId.isEmpty()) {
            throw Failure.invalid("/shippingAddress", "required", "send a shippingAddress or an addressId");
        }
        if (shippingAddress.isPresent() && addressId.isPresent()) {
            throw Failure.invalid("/addressId", "invalid_value", "send a shippingAddress or an addressId, not both");
        }
        addressId.ifPresent(id -> Checks.id("/addressId", id));
    }

    Address address(String customerId, AddressBook book) {
        return shippingAddress
                .or(() -> addressId.flatMap(id -> book.find(customerId, id)))
                .orElseThrow(() ->
                        Failure.invalid("/addressId", "address_not_found", "there is no such address in your book"));
    }
}
