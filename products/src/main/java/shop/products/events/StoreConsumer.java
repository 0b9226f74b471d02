package shop.products.events;

import java.util.List;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.products.domain.Store;
import shop.products.domain.StoreStatus;
import shop.products.domain.Storekeeping;

/** What products does when stores says something: remember it. */
public final class StoreConsumer {

    record Told(String storeId, StoreStatus status, String ownerId, List<String> staffIds, String currency) {}

    private final Storekeeping storekeeping;

    public StoreConsumer(Storekeeping storekeeping) {
        this.storekeeping = storekeeping;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("products.stores", List.of("store.*"), this::remember);
    }

    private void remember(Event event) {
        var told = event.data(Told.class);
        storekeeping.hear(new Store(
                told.storeId(), told.status(), told.ownerId(), told.staffIds(), told.currency(), event.sequence()));
    }
}
