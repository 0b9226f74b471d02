package shop.email.events;

import java.util.List;
import java.util.Optional;
import shop.email.domain.Addressing;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Learns how to write to people. */
public final class ContactConsumer {

    record Registered(String userId, String email, String displayName) {}

    record Verified(String userId, String email) {}

    record Profile(String userId, Optional<String> displayName, Optional<String> locale) {}

    private final Addressing addressing;

    public ContactConsumer(Addressing addressing) {
        this.addressing = addressing;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe(
                "email.contacts",
                List.of("user.registered", "user.profile_updated", "user.email_verified"),
                this::learn);
    }

    private void learn(Event event) {
        var sequence = event.sequence();
        switch (event.type()) {
            case "user.registered" -> {
                var told = event.data(Registered.class);
                addressing.registered(told.userId(), told.email(), told.displayName(), sequence);
            }
            case "user.email_verified" -> {
                var told = event.data(Verified.class);
                addressing.emailVerified(told.userId(), told.email(), sequence);
            }
            default -> {
                var told = event.data(Profile.class);
                addressing.profileUpdated(told.userId(), told.displayName(), told.locale(), sequence);
            }
        }
    }
}
