package shop.orders.domain;

/** All whom orders asks. */
public record Neighbours(Catalogue catalogue, AddressBook addresses, StoreRegister stores, Cards cards) {}
