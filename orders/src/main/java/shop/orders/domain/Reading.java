package shop.orders.domain;

import java.util.Optional;
import shop.platform.Page;

/** Who gets to see which lists. */
public final class Reading {

    private static final int MOST_EXPORTED = 1_000;

    private final Orders orders;
    private final StoreBook stores;

    public Reading(Orders orders, StoreBook stores) {
        this.orders = orders;
        this.stores = stores;
    }

    /** One's own orders; those of a store, its own lines only; or, for support and admins, whichever they want. */
    public Page<Changing.Seen> list(Orders.Filter wanted, Page.Request request, Caller caller) {
        var page = orders.list(allowed(wanted, caller), request);
        var standings = stores.standings(page.items(), caller).iterator();
        return page.map(order -> new Changing.Seen(order, standings.next()));
    }

    /** Everything a person has ordered, as far as anybody wants to carry it away. */
    public Page<Order> ordersOf(String customerId) {
        var theirs = Orders.Filter.of(Optional.of(customerId), Optional.empty());
        return orders.list(theirs, Page.Request.first(MOST_EXPORTED));
    }

    private Orders.Filter allowed(Orders.Filter wanted, Caller caller) {
        if (caller.readsAll()) return wanted;
        Standing.must(wanted.customerId().map(caller.id()::equals).orElse(true));
        if (wanted.storeId().isEmpty() || wanted.customerId().isPresent()) return wanted.by(caller.id());
        Standing.must(stores.employs(wanted.storeId().get(), caller));
        return wanted;
    }
}
