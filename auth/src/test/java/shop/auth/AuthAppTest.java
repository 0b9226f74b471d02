package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.auth.AuthFixture.PASSWORD;
import static shop.auth.AuthFixture.claims;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.http.Principal;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.TestPlatform;

/** The whole service over HTTP: registration, signing in, and what siblings and admins ask. */
class AuthAppTest {

    private final AuthFixture auth = new AuthFixture();

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void whoRegistersIsSignedIn() {
        var reply = auth.register("Ann@Example.com");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/users/me");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.text("tokenType")).isEqualTo("Bearer");
        assertThat(reply.body().path("expiresIn").asInt()).isEqualTo(600);
        assertThat(reply.body().path("refreshExpiresIn").asInt()).isEqualTo(30 * 24 * 3600);
        var user = reply.body().path("user");
        assertThat(user.path("id").asString()).startsWith("usr_");
        assertThat(user.path("email").asString()).isEqualTo("Ann@Example.com");
        assertThat(user.path("emailVerified").asBoolean()).isFalse();
        assertThat(user.path("roles").path(0).asString()).isEqualTo("customer");
        assertThat(auth.as(reply.text("accessToken")).get("/auth/sessions").status())
                .isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(auth.types()).contains("user.registered", "user.verification_requested"));
    }

    @Test
    void anAccessTokenSaysWhatServicesNeed() {
        var reply = auth.register("ann@example.com");

        var token = reply.text("accessToken");
        assertThat(AuthFixture.part(token, 0).path("alg").asString()).isEqualTo("RS256");
        assertThat(AuthFixture.part(token, 0).path("kid").asString()).startsWith("key_");
        var claims = claims(token);
        assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:8080/auth");
        assertThat(claims.path("aud").toString()).contains("shop");
        assertThat(claims.path("sub").asString())
                .isEqualTo(reply.body().at("/user/id").asString());
        assertThat(claims.path("sid").asString()).startsWith("ses_");
        assertThat(claims.path("jti").asString()).isNotEmpty();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(600);
        assertThat(claims.path("roles").toString()).isEqualTo("[\"customer\"]");
        assertThat(claims.path("email_verified").asBoolean()).isFalse();
        assertThat(claims.path("name").asString()).isEqualTo("Ann");
    }

    @Test
    void anAddressIsTakenHoweverItIsWritten() {
        auth.register("ann@bücher.example");

        for (var twin : new String[] {"ANN@bücher.example", " ann@BÜCHER.example ", "ann@xn--bcher-kva.example"}) {
            var refused = auth.register(twin);
            assertThat(refused.status()).as(twin).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("email_taken");
        }
        assertThat(auth.register("ann+shop@bücher.example").status()).isEqualTo(201);
    }

    @Test
    void whatIsWrongWithARegistrationIsPointedAt() {
        refused("\"email\": \"no address\"", "/email", "invalid_format");
        refused("\"email\": \"\"", "/email", "required");
        refused("\"password\": \"short\"", "/password", "weak_password");
        refused("\"password\": \"Password123\"", "/password", "weak_password");
        refused("\"password\": \"BOB@example.com\"", "/password", "weak_password");
        refused("\"password\": \"" + "x".repeat(129) + "\"", "/password", "weak_password");
        refused("\"password\": \"" + "x".repeat(1001) + "\"", "/password", "too_long");
        refused("\"password\": \"horse\\u0000battery\"", "/password", "invalid_characters");
        refused("\"displayName\": \" \"", "/displayName", "required");
        refused("\"displayName\": \"" + "x".repeat(101) + "\"", "/displayName", "too_long");
        refused("\"displayName\": \"Bob\\nBcc\"", "/displayName", "invalid_characters");
        refused("\"roles\": [\"admin\"]", "/roles", "unknown_field");
    }

    private void refused(String field, String pointer, String code) {
        var name = field.substring(0, field.indexOf(':'));
        var fields = new StringBuilder(field);
        Map.of("\"email\"", "bob@example.com", "\"password\"", PASSWORD, "\"displayName\"", "Bob")
                .forEach((key, value) -> {
                    if (!key.equals(name))
                        fields.append(", ")
                                .append(key)
                                .append(": \"")
                                .append(value)
                                .append('"');
                });
        var reply = auth.post("/auth/register", "{" + fields + "}");
        assertThat(reply.status()).as(field).isEqualTo(422);
        assertThat(reply.text("code")).as(field).isEqualTo(code);
        assertThat(reply.error().path("pointer").asString()).as(field).isEqualTo(pointer);
    }

    @Test
    void passwordsAreOfAnyScript() {
        var password = "pässwörter sind 🐎🔋 " + "é".repeat(108); // 128 code points
        var reply = auth.post("/auth/register", """
                {"email": "zoe@example.com", "password": "%s", "displayName": "Zoë"}""".formatted(password));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);

        var decomposed = Normalizer.normalize(password, Normalizer.Form.NFD);
        assertThat(auth.login("zoe@example.com", decomposed).status()).isEqualTo(200);
    }

    @Test
    void whoKnowsThePasswordLogsIn() {
        var id = auth.register("ann@example.com").body().at("/user/id").asString();

        var reply = auth.login("ANN@example.com", PASSWORD, "User-Agent", "Mozilla/5.0 (X11) Firefox/140.0");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().at("/user/id").asString()).isEqualTo(id);
        await().untilAsserted(() -> assertThat(auth.heard).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("user.logged_in");
            assertThat(event.subject()).isEqualTo(id);
            assertThat(event.data().path("newDevice").asBoolean()).isTrue();
            assertThat(event.data().path("address").asString()).isEqualTo(auth.address);
            assertThat(event.data().path("method").asString()).isEqualTo("password");
        }));
    }

    @Test
    void aKnownDeviceIsNotNew() {
        auth.register("ann@example.com");
        auth.login("ann@example.com", PASSWORD, "User-Agent", "Mozilla/5.0 (X11) Firefox/140.0");
        auth.login("ann@example.com", PASSWORD, "User-Agent", "Mozilla/5.0 (X11) Firefox/141.0");

        await().untilAsserted(() -> assertThat(auth.heard.stream()
                        .filter(event -> event.type().equals("user.logged_in"))
                        .map(event -> event.data().path("newDevice").asBoolean()))
                .containsExactly(true, false));
    }

    @Test
    void anUnknownAddressAndAWrongPasswordLookTheSame() {
        auth.register("ann@example.com");

        var wrong = auth.login("ann@example.com", "not the password");
        var unknown = auth.login("nobody@example.com", "not the password");
        var nonsense = auth.login("no address at all", "not the password");

        for (var reply : new Reply[] {wrong, unknown, nonsense}) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text("code")).isEqualTo("invalid_credentials");
            assertThat(reply.text("detail")).isEqualTo(wrong.text("detail"));
        }
        await().untilAsserted(() -> assertThat(auth.types()).containsOnlyOnce("user.login_failed"));
    }

    @Test
    void guessingBecomesSlowUntilTheDelayIsOver() {
        auth.register("ann@example.com");
        for (int i = 0; i < 5; i++) {
            assertThat(auth.login("ann@example.com", "guess " + i).status()).isEqualTo(401);
        }

        // the delay grows with each guess, until the next comes too early however slow the machine is
        await().untilAsserted(() -> {
            var refused = auth.login("ann@example.com", "one more guess");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("code")).isEqualTo("too_many_attempts");
            assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        });
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> auth.login("ann@example.com", PASSWORD).status() == 200);
        assertThat(auth.login("ann@example.com", "one wrong again").status()).isEqualTo(401);
    }

    @Test
    void guessesFromElsewhereDoNotLockTheOwnerOut() {
        auth.register("ann@example.com");
        for (int i = 0; i < 5; i++) {
            auth.as("").post("/auth/login", """
                    {"email": "ann@example.com", "password": "guess %d"}""".formatted(i), "X-Forwarded-For", "192.0.2.7");
        }

        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theFirstAdminIsMadeOnceAndMayAdminister() {
        var token = auth.admin();

        assertThat(claims(token).path("roles").toString()).isEqualTo("[\"customer\",\"admin\"]");
        assertThat(auth.as(token).post("/auth/keys/rotate", "").status()).isEqualTo(204);
        var again = TestPlatform.at(
                auth.clock,
                auth.bus,
                Map.of(
                        "DATABASE_PREFIX",
                        auth.platform.env().required("DATABASE_PREFIX"),
                        "ADMIN_EMAIL",
                        AuthFixture.ADMIN,
                        "ADMIN_PASSWORD",
                        "quite another password"));
        AuthFixture.open(again).close();
        assertThat(auth.login(AuthFixture.ADMIN, PASSWORD).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(auth.types()).containsOnlyOnce("user.registered"));
    }

    @Test
    void rotationKeepsOldTokensGoodAndSignsWithANewKey() {
        var before = auth.register("ann@example.com").text("accessToken");

        assertThat(auth.as(auth.admin()).post("/auth/keys/rotate", "").status()).isEqualTo(204);

        var after = auth.login("ann@example.com", PASSWORD).text("accessToken");
        assertThat(AuthFixture.part(after, 0).path("kid"))
                .isNotEqualTo(AuthFixture.part(before, 0).path("kid"));
        assertThat(auth.as(before).get("/auth/sessions").status()).isEqualTo(200);
        assertThat(auth.as(after).get("/auth/sessions").status()).isEqualTo(200);
        var jwks = auth.as("").get("/auth/.well-known/jwks.json");
        assertThat(jwks.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(jwks.body()
                        .path("keys")
                        .valueStream()
                        .map(key -> key.path("kid").asString()))
                .hasSize(3)
                .contains(AuthFixture.part(before, 0).path("kid").asString())
                .contains(AuthFixture.part(after, 0).path("kid").asString());
        assertThat(jwks.body().path("keys").path(0).propertyNames())
                .contains("kty", "kid", "alg", "use", "n", "e")
                .doesNotContain("d", "p", "q");
        assertThat(auth.as("")
                        .send("GET", "/auth/.well-known/jwks.json", "", "If-None-Match", jwks.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void onlyAdminsRotateAndIntrospect() {
        var ann = auth.as(auth.register("ann@example.com").text("accessToken"));

        assertThat(ann.post("/auth/keys/rotate", "").status()).isEqualTo(403);
        assertThat(ann.post("/auth/introspect", "{\"token\": \"x\"}").status()).isEqualTo(403);
        assertThat(auth.as("").post("/auth/keys/rotate", "").status()).isEqualTo(401);
        assertThat(ann.get("/auth/accounts/usr_1").status()).isEqualTo(403);
        assertThat(ann.get("/auth/export/usr_1").status()).isEqualTo(403);
    }

    @Test
    void introspectionTellsWhatATokenIsWorth() {
        var ann = auth.register("ann@example.com");

        var active = introspect(ann.text("accessToken"));
        assertThat(active.text("token_type")).isEqualTo("Bearer");
        assertThat(active.text("sub")).isEqualTo(ann.body().at("/user/id").asString());
        assertThat(active.text("scope")).isEqualTo("customer");
        assertThat(active.body().path("exp").asLong())
                .isEqualTo(claims(ann.text("accessToken")).path("exp").asLong());
        assertThat(introspect(ann.text("refreshToken")).text("token_type")).isEqualTo("refresh_token");

        auth.post("/auth/logout", "{\"refreshToken\": \"" + ann.text("refreshToken") + "\"}");

        assertThat(introspect(ann.text("accessToken")).body().toString()).isEqualTo("{\"active\":false}");
        assertThat(introspect(ann.text("refreshToken")).body().toString()).isEqualTo("{\"active\":false}");
        assertThat(introspect("nonsense").body().toString()).isEqualTo("{\"active\":false}");
    }

    private Reply introspect(String token) {
        var reply = auth.as("service").post("/auth/introspect", "{\"token\": \"" + token + "\"}");
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    @Test
    void aServiceGetsATokenForTheSecretOnly() {
        var good = auth.post("/auth/service-tokens", """
                {"service": "orders", "secret": "for development only"}""");
        var bad = auth.post("/auth/service-tokens", """
                {"service": "orders", "secret": "guessed"}""");

        assertThat(bad.status()).isEqualTo(401);
        assertThat(bad.text("code")).isEqualTo("invalid_credentials");
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.body().path("expiresIn").asInt()).isEqualTo(60);
        assertThat(claims(good.text("accessToken")).path("aud").toString()).contains("shop-internal");
        var caller = auth.platform.tokens().verify(good.text("accessToken")).orElseThrow();
        assertThat(caller).extracting(Principal::userId, Principal::sessionId).containsExactly("orders", "");
        assertThat(auth.as(good.text("accessToken")).get("/auth/sessions").status())
                .isEqualTo(403);
        assertThat(auth.post("/auth/service-tokens", """
                {"service": "Orders!", "secret": "for development only"}""").status()).isEqualTo(422);
    }

    @Test
    void siblingsReadAccounts() {
        var id = auth.register("ann@example.com").body().at("/user/id").asString();

        var account = auth.as("service").get("/auth/accounts/" + id);
        assertThat(account.status()).isEqualTo(200);
        assertThat(account.text("userId")).isEqualTo(id);
        assertThat(account.text("email")).isEqualTo("ann@example.com");
        assertThat(account.text("status")).isEqualTo("active");
        assertThat(account.text("createdAt")).isEqualTo("2030-01-02T12:00:00.000Z");
        assertThat(auth.as("service").get("/auth/accounts/usr_none").text("code"))
                .isEqualTo("account_not_found");
        var export = auth.as("service").get("/auth/export/" + id);
        assertThat(export.body().at("/account/email").asString()).isEqualTo("ann@example.com");
        assertThat(export.body().at("/sessions/0/address").asString()).isEqualTo(auth.address);
    }

    @Test
    void withoutFirebaseThatIsSaid() {
        var reply = auth.post("/auth/firebase", "{\"idToken\": \"x\"}");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("code")).isEqualTo("firebase_not_configured");
    }

    @Test
    void anEventOfUsersCanBeHeardTwice() {
        var id = auth.register("ann@example.com").body().at("/user/id").asString();
        var event = Event.about(
                id,
                3,
                new Fact(
                        "users", "user.roles_changed", Map.of("userId", id, "roles", new String[] {"customer", "support"
                        })),
                TestPlatform.NOON);

        auth.bus.publish(List.of(event, event));

        assertThat(claims(auth.login("ann@example.com", PASSWORD).text("accessToken"))
                        .path("roles")
                        .toString())
                .isEqualTo("[\"customer\",\"support\"]");
    }
}
