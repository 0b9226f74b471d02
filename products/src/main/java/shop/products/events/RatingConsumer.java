package shop.products.events;

import java.util.List;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.products.domain.Cataloguing;
import shop.products.domain.Rating;

/** What products does when reviews has counted: show it. */
public final class RatingConsumer {

    record Summary(String productId, double average, int count) {}

    private final Cataloguing cataloguing;

    public RatingConsumer(Cataloguing cataloguing) {
        this.cataloguing = cataloguing;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("products.ratings", List.of("review.summary_changed"), this::show);
    }

    private void show(Event event) {
        var summary = event.data(Summary.class);
        cataloguing.rate(summary.productId(), new Rating(summary.average(), summary.count(), event.sequence()));
    }
}
