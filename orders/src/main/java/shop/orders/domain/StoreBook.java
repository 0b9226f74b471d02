package shop.orders.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
        var customer = order.customerId().equals(caller.id());
        Set<String> theirs = new HashSet<>();
        for (var storeId : order.storeIds()) {
            // whoever sees the order anyway is not made to wait for a store that nobody has heard of
            var store = customer || caller.readsAll() ? stores.find(storeId) : known(storeId);
            if (store.map(found -> found.employs(caller.id())).orElse(false)) theirs.add(storeId);
        }
        return new Standing(caller, customer, theirs);
    }

    private Optional<Store> known(String storeId) {
        var here = stores.find(storeId);
        if (here.isPresent()) return here;
        var asked = register.ask(storeId);
        asked.ifPresent(stores::keep);
        return asked;
    }
}
