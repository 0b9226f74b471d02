package shop.reviews.events;

import java.util.List;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.reviews.domain.Archive;
import shop.reviews.domain.Forgetting;
import shop.reviews.domain.Reviewing;
import shop.reviews.domain.Teams;
import shop.reviews.domain.Teams.Team;

/** What reviews does when orders, stores and users say something. */
public final class Consumers {

    record ParcelLine(String sku) {}

    record Parcel(String storeId, List<ParcelLine> lines) {

        /** A SKU is only unique within its store. */
        boolean holds(Item item) {
            return storeId.equals(item.storeId())
                    && lines.stream().anyMatch(line -> line.sku().equals(item.sku()));
        }
    }

    record Item(String productId, String storeId, String sku) {}

    /** Only what reviews needs; whatever else orders tells is ignored. */
    record OrderDelivered(String customerId, List<Item> items, Parcel shipment) {}

    record ProductTold(String productId, String status) {}

    record StoreTold(String storeId, String ownerId, List<String> staffIds) {}

    record UserDeleted(String userId) {}

    private final Reviewing reviewing;
    private final Forgetting forgetting;
    private final Archive archive;
    private final Teams teams;

    public Consumers(Reviewing reviewing, Forgetting forgetting, Archive archive, Teams teams) {
        this.reviewing = reviewing;
        this.forgetting = forgetting;
        this.archive = archive;
        this.teams = teams;
    }

    /** Several queues: what one of them waits for must not hold up the others. */
    public List<AutoCloseable> listenTo(EventBus bus) {
        return List.of(
                bus.subscribe("reviews.purchases", List.of("order.delivered"), this::delivered),
                bus.subscribe("reviews.products", List.of("product.archived", "product.updated"), this::productChanged),
                bus.subscribe("reviews.stores", List.of("store.*"), this::storeChanged),
                bus.subscribe("reviews.users", List.of("user.deleted"), this::userDeleted));
    }

    private void delivered(Event event) {
        var order = event.data(OrderDelivered.class);
        order.items().stream()
                .filter(order.shipment()::holds)
                .map(Item::productId)
                .distinct()
                .forEach(product -> reviewing.received(order.customerId(), product));
    }

    private void productChanged(Event event) {
        var product = event.data(ProductTold.class);
        archive.learn(product.productId(), product.status().equals("archived"), event.sequence());
    }

    private void storeChanged(Event event) {
        var store = event.data(StoreTold.class);
        teams.learn(new Team(store.storeId(), store.ownerId(), store.staffIds(), event.sequence()));
    }

    private void userDeleted(Event event) {
        forgetting.forget(event.data(UserDeleted.class).userId());
    }
}
