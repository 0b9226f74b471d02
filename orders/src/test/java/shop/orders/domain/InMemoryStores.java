package shop.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores without a database. */
public final class InMemoryStores implements Stores {

    private final Map<String, Store> stores = new ConcurrentHashMap<>();

    @Override
    public Optional<Store> find(String id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public List<Store> among(Collection<String> ids) {
        return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public void keep(Store store) {
        stores.merge(store.id(), store, (before, next) -> next.sequence() > before.sequence() ? next : before);
    }
}
