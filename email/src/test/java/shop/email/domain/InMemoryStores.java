package shop.email.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The whole port without a database. */
public final class InMemoryStores implements Stores {

    private final Map<String, Store> stores = new ConcurrentHashMap<>();

    @Override
    public Optional<Store> find(String storeId) {
        return Optional.ofNullable(stores.get(storeId));
    }

    @Override
    public void put(Store store) {
        stores.merge(store.id(), store, (known, news) -> news.sequence() > known.sequence() ? news : known);
    }

    @Override
    public void forget(Address contact) {
        stores.replaceAll((id, store) -> store.contactEmail()
                        .filter(email -> new Address(email).key().equals(contact.key()))
                        .isPresent()
                ? new Store(id, store.name(), store.ownerId(), Optional.empty(), store.sequence())
                : store);
    }
}
