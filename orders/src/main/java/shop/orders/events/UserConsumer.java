package shop.orders.events;

import java.util.List;
import shop.orders.domain.Forgetting;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** What orders does when a person leaves. */
public final class UserConsumer {

    /** Only what orders needs. */
    record UserDeleted(String userId) {}

    private final Forgetting forgetting;

    public UserConsumer(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("orders.users", List.of("user.deleted"), this::forget);
    }

    private void forget(Event event) {
        forgetting.forget(event.data(UserDeleted.class).userId());
    }
}
