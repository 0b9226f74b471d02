package shop.products.domain;

import java.util.Optional;
import shop.platform.Failure;

/** Knowing the stores: who works there, what they sell in, whether they are open. */
public final class Storekeeping {

    private static final int BATCH = 50;

    private final Stores stores;
    private final StoreDirectory directory;
    private final Products products;
    private final Changes changes;

    public Storekeeping(Stores stores, StoreDirectory directory, Products products, Changes changes) {
        this.stores = stores;
        this.directory = directory;
        this.products = products;
        this.changes = changes;
    }

    /** Heard from stores, or asked for once where its event has not come yet. */
    public Optional<Store> find(String id) {
        var known = stores.find(id);
        if (known.isPresent()) return known;
        var asked = directory.ask(id);
        asked.ifPresent(stores::keep);
        return asked;
    }

    /** The store a caller wants to work in. */
    Store workplace(String id, Caller caller) {
        var store =
                find(id).orElseThrow(() -> Failure.invalid("/storeId", "store_not_found", "there is no store " + id));
        if (!store.employs(caller)) throw Failure.forbidden();
        if (store.status() == StoreStatus.CLOSED) throw Failure.conflict("store_closed", "the store has closed");
        return store;
    }

    /** The store of a product that is there. */
    Store of(Product product) {
        return find(product.storeId()).orElseThrow(() -> Failure.notFound("store", product.storeId()));
    }

    public boolean isPublished(String storeId) {
        return find(storeId).filter(Store::published).isPresent();
    }

    /** The filter for who looks in from outside: nothing of a store that has just closed. */
    public Filter showing(Filter filter) {
        return filter.showing(true, stores.hidden());
    }

    /** The same; whoever works in the store sees all of it. Only they may ask for a status. */
    Filter showing(Filter filter, Caller caller) {
        var inside = filter.storeId()
                .flatMap(this::find)
                .filter(store -> store.opensTo(caller))
                .isPresent();
        if (filter.status().isPresent() && !inside) {
            throw caller.equals(Caller.STRANGER) ? Failure.unauthenticated() : Failure.forbidden();
        }
        return inside ? filter : showing(filter);
    }

    public void hear(Store store) {
        if (stores.keep(store)) mark(store);
    }

    /** Corrects the marks of products that were saved while their store opened or closed. */
    public void sweep() {
        for (var store : stores.unsettled(BATCH)) {
            mark(store);
            if (!products.unindexedIn(store.id())) stores.settle(store);
        }
    }

    private void mark(Store store) {
        if (products.list(store.id(), store.published()) > 0) changes.many();
    }
}
