package shop.notifications.events;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shop.notifications.domain.Forgetting;
import shop.notifications.domain.Notifying;
import shop.notifications.domain.Occasion;
import shop.notifications.domain.PreferenceBook;
import shop.notifications.domain.Type;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Warns people of what happens to their accounts, learns their language, and forgets those who leave. */
public final class UserConsumer {

    /** Only what notifications needs; whatever else auth and users tell is ignored. */
    record UserTold(
            String userId,
            Optional<String> address,
            Optional<Boolean> newDevice,
            Optional<List<String>> roles,
            Optional<String> locale) {}

    private final Notifying notifying;
    private final PreferenceBook preferences;
    private final Forgetting forgetting;

    public UserConsumer(Notifying notifying, PreferenceBook preferences, Forgetting forgetting) {
        this.notifying = notifying;
        this.preferences = preferences;
        this.forgetting = forgetting;
    }

    public AutoCloseable listenTo(EventBus bus) {
        var types = List.of(
                "user.deleted",
                "user.logged_in",
                "user.password_changed",
                "user.profile_updated",
                "user.roles_changed");
        return bus.subscribe("notifications.users", types, this::hear);
    }

    private void hear(Event event) {
        var user = event.data(UserTold.class);
        switch (event.type()) {
            case "user.deleted" -> forgetting.forget(user.userId());
            case "user.profile_updated" ->
                user.locale()
                        .ifPresent(
                                tag -> preferences.speaks(user.userId(), Locale.forLanguageTag(tag), event.sequence()));
            case "user.logged_in" -> {
                if (user.newDevice().orElse(false))
                    warn(event, user, Type.SECURITY_NEW_SIGN_IN, user.address().orElse("?"));
            }
            case "user.password_changed" -> warn(event, user, Type.SECURITY_PASSWORD_CHANGED, "");
            case "user.roles_changed" ->
                warn(
                        event,
                        user,
                        Type.ROLES_CHANGED,
                        String.join(", ", user.roles().orElse(List.of())));
            default -> throw new IllegalStateException("not subscribed to " + event.type());
        }
        forgetting.forgetAgain(user.userId()); // what comes late brings nobody back
    }

    private void warn(Event event, UserTold user, Type type, String detail) {
        notifying.tell(List.of(user.userId()), new Occasion(event.id(), event.time(), type, Map.of("detail", detail)));
    }
}
