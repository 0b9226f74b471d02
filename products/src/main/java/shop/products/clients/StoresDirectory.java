package shop.products.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import shop.platform.clients.Sibling;
import shop.products.domain.Store;
import shop.products.domain.StoreDirectory;
import shop.products.domain.StoreStatus;

/** The stores, asked one by one. */
public final class StoresDirectory implements StoreDirectory {

    record Found(
            String id,
            StoreStatus status,
            String ownerId,
            Optional<List<String>> staffIds,
            String currency,
            int version) {

        Store store() {
            return new Store(id, status, ownerId, staffIds.orElse(List.of()), currency, version);
        }
    }

    private final Sibling stores;

    public StoresDirectory(Sibling stores) {
        this.stores = stores;
    }

    /** Slugs name stores too, but here only ids do. */
    @Override
    public Optional<Store> ask(String id) {
        if (!id.startsWith("sto_") || id.length() > 64) return Optional.empty();
        return stores.get("/stores/" + URLEncoder.encode(id, UTF_8))
                .find(Found.class)
                .map(Found::store)
                .filter(store -> store.id().equals(id));
    }
}
