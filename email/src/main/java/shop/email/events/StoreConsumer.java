package shop.email.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.email.domain.Addressing;
import shop.email.domain.Cause;
import shop.email.domain.Queueing;
import shop.email.domain.Store;
import shop.email.domain.Template;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Learns how to write to stores, and tells them when their stock runs out. */
public final class StoreConsumer {

    record Told(String storeId, String name, String ownerId, Optional<String> contactEmail) {}

    record Stock(String productId, String storeId, String sku, String title, int available, int threshold) {}

    private final Queueing queueing;
    private final Addressing addressing;

    public StoreConsumer(Queueing queueing, Addressing addressing) {
        this.queueing = queueing;
        this.addressing = addressing;
    }

    public AutoCloseable listenToStores(EventBus bus) {
        return bus.subscribe("email.stores", List.of("store.*"), this::learn);
    }

    public AutoCloseable listenToStock(EventBus bus) {
        return bus.subscribe("email.stock", List.of("stock.low", "stock.depleted"), this::warn);
    }

    private void learn(Event event) {
        var told = event.data(Told.class);
        addressing.heard(new Store(told.storeId(), told.name(), told.ownerId(), told.contactEmail(), event.sequence()));
    }

    private void warn(Event event) {
        var stock = event.data(Stock.class);
        addressing
                .store(stock.storeId())
                .ifPresent(store -> addressing.desk(store).ifPresent(desk -> {
                    Map<String, Object> data = Map.of(
                            "storeName",
                            store.name(),
                            "productId",
                            stock.productId(),
                            "title",
                            stock.title(),
                            "sku",
                            stock.sku(),
                            "available",
                            stock.available(),
                            "threshold",
                            stock.threshold());
                    queueing.tell(new Cause(event.id(), event.time()), Template.LOW_STOCK, desk, data);
                }));
    }
}
