package shop.users.domain;

import java.util.List;

/** What the rest of the shop may learn about people. */
public sealed interface UserEvent {

    record ProfileUpdated(String userId, String displayName, String locale, boolean marketingConsent)
            implements UserEvent {}

    record RolesChanged(String userId, List<String> roles, List<String> previous, String by) implements UserEvent {}

    record Disabled(String userId, String by) implements UserEvent {}

    record Enabled(String userId, String by) implements UserEvent {}

    /** The contact is for the last mail only, and leaves this service sealed. */
    record Deleted(String userId, String email, String displayName, String locale) implements UserEvent {}
}
