package shop.products.events;

import java.util.List;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.products.domain.Privacy;

/** What products does when a person is deleted: forget them. */
public final class UserConsumer {

    record Deleted(String userId) {}

    private final Privacy privacy;

    public UserConsumer(Privacy privacy) {
        this.privacy = privacy;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("products.users", List.of("user.deleted"), this::forget);
    }

    private void forget(Event event) {
        privacy.forget(event.data(Deleted.class).userId());
    }
}
