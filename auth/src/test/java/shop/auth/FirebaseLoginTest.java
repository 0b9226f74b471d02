package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.auth.AuthFixture.PASSWORD;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.auth.argon2.Argon2Passwords;
import shop.auth.domain.Account;
import shop.auth.domain.Attempts.Policy;
import shop.auth.domain.IdTokens;
import shop.auth.domain.IdTokens.Identity;
import shop.auth.domain.InMemoryAccounts;
import shop.auth.domain.InMemoryAttempts;
import shop.auth.domain.InMemoryKeyRings;
import shop.auth.domain.KeyKeeping;
import shop.auth.domain.Outside;
import shop.auth.domain.Profile;
import shop.platform.app.Platform;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Client.Reply;

/** Signing in with Firebase, where the tests are Firebase. */
class FirebaseLoginTest {

    private final Map<String, Identity> people = new HashMap<>();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AuthFixture auth = new AuthFixture(Map.of(), this::open);

    private Service open(Platform platform) {
        var config = AuthConfig.from(platform.env());
        IdTokens firebase = token -> Optional.ofNullable(people.get(token)).orElseThrow(IdTokens::invalid);
        var service = new Service("auth", "/auth");
        var outside = new Outside(
                accounts,
                new InMemoryAttempts(Policy.USUAL, platform.clock()),
                service.closing(new Argon2Passwords(config.effort())),
                firebase,
                new KeyKeeping(new InMemoryKeyRings(), AuthFixture::pair, Duration.ofDays(90), platform.clock()));
        return AuthApp.wire(service, outside, config, platform);
    }

    @AfterEach
    void stop() {
        auth.close();
    }

    private Reply login(String token, String email, boolean verified) {
        people.put(token, new Identity("fb-" + token, Optional.of(email), verified, Optional.of("Ann")));
        return login(token);
    }

    private Reply login(String token) {
        return auth.post("/auth/firebase", "{\"idToken\": \"" + token + "\"}");
    }

    private static String id(Reply reply) {
        return reply.body().at("/user/id").asString();
    }

    @Test
    void aNewPersonGetsAnAccountAndFindsItAgain() {
        var first = login("ann", "ann@example.com", true);
        var second = login("ann");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().at("/user/emailVerified").asBoolean()).isTrue();
        assertThat(AuthFixture.claims(first.text("accessToken"))
                        .path("email_verified")
                        .asBoolean())
                .isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(auth.refresh(first.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void whoeverFirebaseHasNotVerifiedHasToVerifyHere() {
        var reply = login("ann", "ann@example.com", false);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().at("/user/emailVerified").asBoolean()).isFalse();
        assertThat(login("ann", "ann@example.com", true)
                        .body()
                        .at("/user/emailVerified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anAccountIsLinkedOnlyOnAVerifiedAddress() {
        var known = auth.register("ann@example.com");
        assertThat(login("thief", "Ann@Example.com", false).text("code")).isEqualTo("email_taken");

        var linked = login("ann", "Ann@Example.com", true);

        assertThat(linked.status()).isEqualTo(200);
        assertThat(id(linked)).isEqualTo(id(known));
    }

    @Test
    void whoRegisteredAnAddressWithoutProvingItLosesItToItsOwner() {
        var squatter = auth.register("ann@example.com");

        login("ann", "ann@example.com", true);

        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(401);
        assertThat(auth.refresh(squatter.text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void whoProvedTheAddressKeepsThePassword() {
        var known = auth.register("ann@example.com");
        accounts.replace(verified(id(known)), List.of());

        login("ann", "ann@example.com", true);

        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
        assertThat(auth.refresh(known.text("refreshToken")).status()).isEqualTo(200);
    }

    private Account verified(String id) {
        var account = accounts.find(id).orElseThrow();
        var profile = account.profile();
        return new Account(
                id,
                new Profile(profile.email(), true, profile.displayName()),
                account.standing(),
                account.proofs(),
                account.sessions(),
                account.devices(),
                account.createdAt(),
                account.updatedAt(),
                account.version() + 1);
    }

    @Test
    void whatFirebaseDoesNotAcceptIsRefused() {
        var refused = login("forged");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("invalid_id_token");
        people.put("phone", new Identity("fb-phone", Optional.empty(), false, Optional.empty()));
        assertThat(login("phone").text("code")).isEqualTo("email_required");
    }

    @Test
    void aDisabledAccountStaysOut() {
        var id = id(login("ann", "ann@example.com", true));
        auth.bus.publish(List.of(
                Event.about(id, 2, new Fact("users", "user.disabled", Map.of("userId", id)), auth.clock.instant())));

        await().untilAsserted(() -> assertThat(login("ann").text("code")).isEqualTo("account_disabled"));
    }
}
