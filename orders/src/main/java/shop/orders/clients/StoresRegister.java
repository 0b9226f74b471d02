package shop.orders.clients;

import java.util.List;
import java.util.Optional;
import shop.orders.domain.Store;
import shop.orders.domain.StoreRegister;
import shop.platform.clients.Sibling;

/** The stores, asked one by one. */
public final class StoresRegister implements StoreRegister {

    record Found(String id, String ownerId, Optional<List<String>> staffIds, int version) {

        Store store() {
            return new Store(id, ownerId, staffIds.orElse(List.of()), version);
        }
    }

    private final Sibling stores;

    public StoresRegister(Sibling stores) {
        this.stores = stores;
    }

    /** Slugs name stores too, but here only ids do. */
    @Override
    public Optional<Store> ask(String id) {
        return stores.get("/stores/" + id)
                .find(Found.class)
                .map(Found::store)
                .filter(store -> store.id().equals(id));
    }
}
