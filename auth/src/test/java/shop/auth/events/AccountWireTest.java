package shop.auth.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.auth.domain.AccountEvent;
import shop.auth.domain.AccountEvent.How;
import shop.auth.domain.AccountEvent.Mailed;
import shop.auth.domain.AccountEvent.Method;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.Origin;
import shop.auth.domain.Role;
import shop.platform.crypto.Secret;
import shop.platform.events.Event;
import shop.platform.json.Json;
import shop.platform.testing.Contracts;
import tools.jackson.databind.node.ObjectNode;

/** What auth tells is what compose/contracts promises, to the last field. */
class AccountWireTest {

    private static final String ANN = "usr_01m1c2jv00e8e8qfx9b2d3n401";
    private static final String SESSION = "ses_01m1c2jv00e8e8qfx9b2d3n401";
    private static final String EMAIL = "ann@example.com";
    private static final String ADDRESS = "203.0.113.7";
    private static final String AGENT = "Mozilla/5.0";

    private final Secret secret = Secret.of("test");
    private final AccountWire wire = new AccountWire(secret);

    @Test
    void aRegistration() {
        assertPromised(
                "user.registered",
                new AccountEvent.Registered(ANN, EMAIL, "Ann", Set.of(Role.CUSTOMER), Method.PASSWORD, ADDRESS, AGENT));
    }

    @Test
    void aLogin() {
        assertPromised(
                "user.logged_in",
                new AccountEvent.LoggedIn(ANN, SESSION, EMAIL, "Ann", Method.PASSWORD, true, ADDRESS, AGENT));
    }

    @Test
    void aFailedLogin() {
        assertPromised("user.login_failed", new AccountEvent.LoginFailed(ANN, "invalid_credentials", ADDRESS, AGENT));
    }

    @Test
    void aLogout() {
        assertPromised("user.logged_out", new AccountEvent.LoggedOut(ANN, SESSION));
    }

    @Test
    void averifiedAddress() {
        assertPromised("user.email_verified", new AccountEvent.EmailVerified(ANN, EMAIL));
    }

    @Test
    void aChangedPassword() {
        assertPromised(
                "user.password_changed",
                new AccountEvent.PasswordChanged(ANN, EMAIL, "Ann", How.CHANGED, ADDRESS, AGENT));
    }

    @Test
    void aRevokedSession() {
        assertPromised("session.revoked", new AccountEvent.SessionRevoked(ANN, SESSION, Reason.REFRESH_TOKEN_REUSED));
    }

    @Test
    void aMailThatVerifies() {
        var mailed = new Mailed("the secret", NOON.plus(Duration.ofHours(24)));
        assertPromised(
                "user.verification_requested", new AccountEvent.VerificationRequested(ANN, EMAIL, "Ann", mailed));
    }

    @Test
    void aMailThatResets() {
        var mailed = new Mailed("the secret", NOON.plus(Duration.ofMinutes(30)));
        assertPromised(
                "user.password_reset_requested",
                new AccountEvent.ResetRequested(ANN, EMAIL, "Ann", mailed, new Origin(ADDRESS, AGENT)));
    }

    private void assertPromised(String type, AccountEvent event) {
        var promised = Contracts.sample(type);

        var told = Event.about(promised.subject(), promised.sequence(), wire.fact(event), NOON);

        assertThat(unsealed(told))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(promised);
    }

    /** What is sealed is never twice the same; the sample holds the word itself. */
    private Event unsealed(Event told) {
        var data = (ObjectNode) told.data();
        if (!data.has("sealedToken")) return told;
        var opened = secret.open(
                Base64.getUrlDecoder().decode(data.path("sealedToken").asString()));
        assertThat(new String(opened, UTF_8)).isEqualTo("the secret");
        assertThat(Json.TOLERANT.writeValueAsString(data)).doesNotContain("the secret");
        return new Event(
                told.id(),
                told.source(),
                told.type(),
                told.subject(),
                told.time(),
                told.digits(),
                told.traceparent(),
                data.deepCopy()
                        .put(
                                "sealedToken",
                                Contracts.sample(told.type())
                                        .data()
                                        .path("sealedToken")
                                        .asString()));
    }
}
