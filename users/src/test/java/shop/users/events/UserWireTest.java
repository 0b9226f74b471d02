package shop.users.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.platform.crypto.Secret;
import shop.platform.events.Event;
import shop.platform.testing.Contracts;
import shop.users.domain.UserEvent;

/** What users tells is what compose/contracts promises, to the last field. */
class UserWireTest {

    private static final String ANN = "usr_01m1c2jv00e8e8qfx9b2d3n401";
    private static final String ROOT = "usr_01m1c2jv00e8e8qfx9b2d3n404";

    private final Secret secret = Secret.of("for tests");
    private final UserWire wire = new UserWire(secret);

    @Test
    void isAsPromised() {
        promised("user.profile_updated", new UserEvent.ProfileUpdated(ANN, "Ann", "en", false));
        promised(
                "user.roles_changed",
                new UserEvent.RolesChanged(ANN, List.of("customer", "support"), List.of("customer"), ROOT));
        promised("user.disabled", new UserEvent.Disabled(ANN, ROOT));
        promised("user.enabled", new UserEvent.Enabled(ANN, ROOT));
    }

    @Test
    void aContactLeavesSealed() {
        var promised = Contracts.sample("user.deleted");

        var told = Event.about(
                ANN, promised.sequence(), wire.fact(new UserEvent.Deleted(ANN, "ann@example.com", "Ann", "en")), NOON);

        assertThat(told.data().propertyNames())
                .containsExactlyElementsOf(promised.data().propertyNames());
        assertThat(told.data().toString()).doesNotContain("ann@example.com");
        var sealed =
                Base64.getUrlDecoder().decode(told.data().path("sealedContact").asString());
        assertThat(new String(secret.derive("contacts").open(sealed), UTF_8))
                .isEqualTo("{\"email\":\"ann@example.com\",\"displayName\":\"Ann\",\"locale\":\"en\"}");
    }

    private void promised(String type, UserEvent event) {
        var promised = Contracts.sample(type);

        var told = Event.about(promised.subject(), promised.sequence(), wire.fact(event), NOON);

        assertThat(told).usingRecursiveComparison().ignoringFields("id").isEqualTo(promised);
    }
}
