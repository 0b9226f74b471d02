package shop.auth.events;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.auth.domain.Following;
import shop.auth.domain.Role;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** What auth does when users says something. */
public final class UserConsumer {

    record RolesChanged(String userId, List<String> roles) {}

    record ProfileUpdated(String userId, String displayName) {}

    record AboutUser(String userId) {}

    private final Following following;

    public UserConsumer(Following following) {
        this.following = following;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe(
                "auth.users",
                List.of("user.roles_changed", "user.disabled", "user.enabled", "user.deleted", "user.profile_updated"),
                this::follow);
    }

    private void follow(Event event) {
        switch (event.type()) {
            case "user.roles_changed" -> {
                var change = event.data(RolesChanged.class);
                following.roles(change.userId(), roles(change.roles()), event.sequence());
            }
            case "user.profile_updated" -> {
                var change = event.data(ProfileUpdated.class);
                following.called(change.userId(), change.displayName(), event.sequence());
            }
            case "user.disabled" -> following.disabled(about(event), event.sequence());
            case "user.enabled" -> following.enabled(about(event), event.sequence());
            case "user.deleted" -> following.deleted(about(event));
            default -> throw new IllegalStateException("not subscribed to " + event.type());
        }
    }

    private static String about(Event event) {
        return event.data(AboutUser.class).userId();
    }

    /** A role that is not invented yet here gives no right here. */
    private static Set<Role> roles(List<String> names) {
        return Stream.of(Role.values())
                .filter(role -> names.contains(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
