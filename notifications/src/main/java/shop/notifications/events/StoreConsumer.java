package shop.notifications.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.notifications.domain.Notifying;
import shop.notifications.domain.Occasion;
import shop.notifications.domain.TeamFinder;
import shop.notifications.domain.Teams.Team;
import shop.notifications.domain.Type;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Learns who runs which store, and tells them of suspensions, stock and reviews. */
public final class StoreConsumer {

    /** Only what notifications needs; whatever else stores tells is ignored. */
    record StoreTold(String storeId, String name, String ownerId, List<String> staffIds, Optional<String> reason) {}

    record StockTold(String storeId, String productId, String sku, String title, int available) {}

    record ReviewTold(String reviewId, String productId, String storeId, String authorId, int rating, String title) {}

    private final Notifying notifying;
    private final TeamFinder teams;

    public StoreConsumer(Notifying notifying, TeamFinder teams) {
        this.notifying = notifying;
        this.teams = teams;
    }

    /** Three queues: what one of them waits for must not hold up the others. */
    public List<AutoCloseable> listenTo(EventBus bus) {
        return List.of(
                bus.subscribe("notifications.stores", List.of("store.*"), this::storeChanged),
                bus.subscribe("notifications.stock", List.of("stock.low", "stock.depleted"), this::stockChanged),
                bus.subscribe("notifications.reviews", List.of("review.created", "review.replied"), this::reviewed));
    }

    private void storeChanged(Event event) {
        var store = event.data(StoreTold.class);
        teams.learn(new Team(store.storeId(), store.ownerId(), store.staffIds(), event.sequence()));
        var data = Map.of(
                "storeId",
                store.storeId(),
                "title",
                store.name(),
                "detail",
                store.reason().orElse(""));
        switch (event.type()) {
            case "store.suspended" -> tellTeam(store.storeId(), event, Type.STORE_SUSPENDED, data);
            case "store.reinstated" -> tellTeam(store.storeId(), event, Type.STORE_REINSTATED, data);
            default -> {
                // learning who runs it was all
            }
        }
    }

    private void stockChanged(Event event) {
        var stock = event.data(StockTold.class);
        var type = event.type().equals("stock.low") ? Type.STOCK_LOW : Type.STOCK_DEPLETED;
        var data = Map.of(
                "productId", stock.productId(),
                "storeId", stock.storeId(),
                "sku", stock.sku(),
                "title", stock.title(),
                "detail", Integer.toString(stock.available()));
        tellTeam(stock.storeId(), event, type, data);
    }

    private void reviewed(Event event) {
        var review = event.data(ReviewTold.class);
        var data = Map.of(
                "reviewId", review.reviewId(),
                "productId", review.productId(),
                "title", review.title(),
                "detail", Integer.toString(review.rating()));
        if (event.type().equals("review.created")) tellTeam(review.storeId(), event, Type.REVIEW_RECEIVED, data);
        else notifying.tell(List.of(review.authorId()), occasion(event, Type.REVIEW_REPLIED, data));
    }

    private void tellTeam(String storeId, Event event, Type type, Map<String, String> data) {
        notifying.tell(teams.members(storeId), occasion(event, type, data));
    }

    private static Occasion occasion(Event event, Type type, Map<String, String> data) {
        return new Occasion(event.id(), event.time(), type, data);
    }
}
