package shop.stores.events;

import java.util.List;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.stores.domain.Forgetting;

/** What stores does when users says something. */
public final class UserConsumer {

    /** Only what stores needs; whatever else users tells is ignored. */
    record UserDeleted(String userId) {}

    private final Forgetting forgetting;

    public UserConsumer(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("stores.users", List.of("user.deleted"), this::forget);
    }

    private void forget(Event event) {
        forgetting.forget(event.data(UserDeleted.class).userId());
    }
}
