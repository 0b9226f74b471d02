package shop.products.domain;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole port without a database. */
public final class InMemoryStores implements Stores {

    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();

    @Override
    public Optional<Store> find(String id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public boolean keep(Store store) {
        var before = find(store.id());
        if (before.filter(known -> known.sequence() >= store.sequence()).isPresent()) return false;
        stores.put(store.id(), store);
        if (before.filter(known -> known.status() == store.status()).isEmpty()) settled.remove(store.id());
        return true;
    }

    @Override
    public List<Store> unsettled(int limit) {
        return stores.values().stream()
                .filter(store -> !settled.contains(store.id()))
                .limit(limit)
                .toList();
    }

    @Override
    public void settle(Store store) {
        if (find(store.id()).filter(store::equals).isPresent()) settled.add(store.id());
    }

    @Override
    public Set<String> hidden() {
        return unsettled(Integer.MAX_VALUE).stream()
                .filter(store -> !store.published())
                .map(Store::id)
                .collect(Collectors.toSet());
    }
}
