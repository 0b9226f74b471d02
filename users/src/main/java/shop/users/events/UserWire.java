package shop.users.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import shop.platform.crypto.Secret;
import shop.platform.events.Fact;
import shop.platform.json.Json;
import shop.users.domain.UserEvent;

/** How user events are called and look outside; changing anything here changes a file in compose/contracts. */
public final class UserWire {

    record Contact(String email, String displayName, String locale) {}

    record UserDeleted(String userId, String sealedContact) {}

    private final Secret contacts;

    /** Contacts of people who leave can be opened by those who derive the same secret: email. */
    public UserWire(Secret secret) {
        this.contacts = secret.derive("contacts");
    }

    public Fact fact(UserEvent event) {
        return switch (event) {
            case UserEvent.ProfileUpdated updated -> new Fact("users", "user.profile_updated", updated);
            case UserEvent.RolesChanged changed -> new Fact("users", "user.roles_changed", changed);
            case UserEvent.Disabled disabled -> new Fact("users", "user.disabled", disabled);
            case UserEvent.Enabled enabled -> new Fact("users", "user.enabled", enabled);
            case UserEvent.Deleted deleted ->
                new Fact("users", "user.deleted", new UserDeleted(deleted.userId(), seal(deleted)));
        };
    }

    private String seal(UserEvent.Deleted deleted) {
        var contact = new Contact(deleted.email(), deleted.displayName(), deleted.locale());
        var json = Json.TOLERANT.writeValueAsString(contact).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(contacts.seal(json));
    }
}
