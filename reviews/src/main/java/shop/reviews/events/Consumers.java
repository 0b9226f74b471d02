package shop.reviews.events;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.reviews.domain.Reviewing;
import shop.reviews.domain.Teams;
import shop.reviews.domain.Teams.Team;

/** What reviews does when orders, stores and users say something. */
public final class Consumers {

    record ParcelLine(String sku) {}

    record Parcel(List<ParcelLine> lines) {}

    record Item(String productId, String sku) {}

    /** Only what reviews needs; whatever else orders tells is ignored. */
    record OrderDelivered(String customerId, List<Item> items, Optional<Parcel> shipment) {}

    record StoreTold(String storeId, String ownerId, List<String> staffIds) {}

    record UserDeleted(String userId) {}

    private final Reviewing reviewing;
    private final Teams teams;

    public Consumers(Reviewing reviewing, Teams teams) {
        this.reviewing = reviewing;
        this.teams = teams;
    }

    /** Three queues: what one of them waits for must not hold up the others. */
    public List<AutoCloseable> listenTo(EventBus bus) {
        return List.of(
                bus.subscribe("reviews.purchases", List.of("order.delivered"), this::delivered),
                bus.subscribe("reviews.stores", List.of("store.*"), this::storeChanged),
                bus.subscribe("reviews.users", List.of("user.deleted"), this::userDeleted));
    }

    private void delivered(Event event) {
        var order = event.data(OrderDelivered.class);
        var skus = new HashSet<String>();
        order.shipment().ifPresent(parcel -> parcel.lines().forEach(line -> skus.add(line.sku())));
        order.items().stream()
                .filter(item -> skus.isEmpty() || skus.contains(item.sku()))
                .map(Item::productId)
                .distinct()
                .forEach(product -> reviewing.received(order.customerId(), product));
    }

    private void storeChanged(Event event) {
        var store = event.data(StoreTold.class);
        teams.learn(new Team(store.storeId(), store.ownerId(), store.staffIds(), event.sequence()));
    }

    private void userDeleted(Event event) {
        reviewing.forget(event.data(UserDeleted.class).userId());
    }
}
