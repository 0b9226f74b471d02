package shop.orders.events;

import java.util.List;
import shop.orders.domain.Cancelling;
import shop.orders.domain.Store;
import shop.orders.domain.StoreBook;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** What orders does when stores says something: remember who may act for whom, and end what can't be sent any more. */
public final class StoreConsumer {

    /** Only what orders needs; whatever else stores tells is ignored. */
    record StoreChanged(String storeId, String ownerId, List<String> staffIds) {}

    private final StoreBook stores;
    private final Cancelling cancelling;

    public StoreConsumer(StoreBook stores, Cancelling cancelling) {
        this.stores = stores;
        this.cancelling = cancelling;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("orders.stores", List.of("store.*"), this::heard);
    }

    private void heard(Event event) {
        var store = event.data(StoreChanged.class);
        stores.heard(new Store(store.storeId(), store.ownerId(), store.staffIds(), event.sequence()));
        if (event.type().equals("store.closed")) cancelling.cancelAllOf(store.storeId());
    }
}
