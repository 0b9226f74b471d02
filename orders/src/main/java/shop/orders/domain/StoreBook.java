package shop.orders.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is who at which store: what stores have told, and once the register's word for those nobody spoke of. */
public final class StoreBook {

    private final Stores stores;
    private final StoreRegister register;

    public StoreBook(Stores stores, StoreRegister register) {
        this.stores = stores;
        this.register = register;
    }

    public void heard(Store store) {
        stores.keep(store);
    }

    boolean employs(String storeId, Caller caller) {
        return Checks.isId(storeId)
                && known(storeId).map(store -> store.employs(caller.id())).orElse(false);
    }

    Standing standing(Order order, Caller caller) {
        return standings(List.of(order), caller).getFirst();
    }

    /** What the caller is to each of them; all their stores are looked up at once. */
    List<Standing> standings(List<Order> orders, Caller caller) {
        var ids = orders.stream().flatMap(order -> order.storeIds().stream()).collect(Collectors.toSet());
        Map<String, Optional<Store>> known = new HashMap<>();
        stores.among(ids).forEach(store -> known.put(store.id(), Optional.of(store)));
        return orders.stream().map(order -> standing(order, caller, known)).toList();
    }

    private Standing standing(Order order, Caller caller, Map<String, Optional<Store>> known) {
        var customer = order.customerId().equals(caller.id());
        Set<String> theirs = new HashSet<>();
        for (var storeId : order.storeIds()) {
            // whoever sees the order anyway is not made to wait for a store that nobody has heard of
            var store = customer || caller.readsAll()
                    ? known.getOrDefault(storeId, Optional.empty())
                    : known.computeIfAbsent(storeId, this::asked);
            if (store.map(found -> found.employs(caller.id())).orElse(false)) theirs.add(storeId);
        }
        return new Standing(caller, customer, theirs);
    }

    private Optional<Store> known(String storeId) {
        return stores.find(storeId).or(() -> asked(storeId));
    }

    private Optional<Store> asked(String storeId) {
        var asked = register.ask(storeId);
        asked.ifPresent(stores::keep);
        return asked;
    }
}
