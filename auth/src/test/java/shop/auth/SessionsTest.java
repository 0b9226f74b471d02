package shop.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.auth.AuthFixture.PASSWORD;
import static shop.auth.AuthFixture.claims;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.TestPlatform;

/** Sessions over HTTP: refreshing, ending, and what becomes of their access tokens. */
class SessionsTest {

    private final AuthFixture auth = new AuthFixture();
    private final Reply ann = auth.register("ann@example.com");
    private final String id = ann.body().at("/user/id").asString();

    @AfterEach
    void stop() {
        auth.close();
    }

    private static String refreshToken(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isLessThan(300);
        return reply.text("refreshToken");
    }

    private static String session(Reply reply) {
        return claims(reply.text("accessToken")).path("sid").asString();
    }

    private void refused(Reply reply, String code) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo(code);
    }

    /** No longer than every service may believe what it has verified. */
    private void soonRefused(String accessToken) {
        auth.clock.advance(Duration.ofSeconds(5));
        assertThat(auth.as(accessToken).get("/auth/sessions").status()).isEqualTo(401);
    }

    @Test
    void aRefreshGivesTheNextPairOfTheSameSession() {
        auth.clock.advance(Duration.ofMinutes(9));
        var next = auth.refresh(refreshToken(ann));

        assertThat(next.status()).isEqualTo(200);
        assertThat(refreshToken(next)).isNotEqualTo(refreshToken(ann));
        assertThat(session(next)).isEqualTo(session(ann));
        assertThat(next.body().path("refreshExpiresIn").asInt()).isEqualTo(30 * 24 * 3600);
        assertThat(auth.as(next.text("accessToken")).get("/auth/sessions").status())
                .isEqualTo(200);
        assertThat(auth.refresh(refreshToken(next)).status()).isEqualTo(200);
    }

    @Test
    void tabsThatRefreshAtOnceGetTheSamePair() {
        var one = auth.refresh(refreshToken(ann));
        auth.clock.advance(Duration.ofSeconds(30));
        var other = auth.refresh(refreshToken(ann));

        assertThat(refreshToken(other)).isEqualTo(refreshToken(one));
    }

    @Test
    void anOldTokenEndsTheSessionForWhoeverHoldsIt() {
        var stolen = refreshToken(ann);
        var next = auth.refresh(stolen);
        auth.clock.advance(Duration.ofSeconds(31));

        refused(auth.refresh(stolen), "refresh_token_reused");

        refused(auth.refresh(refreshToken(next)), "invalid_refresh_token");
        soonRefused(next.text("accessToken"));
        await().untilAsserted(() -> assertThat(auth.heard).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("session.revoked");
            assertThat(event.data().path("reason").asString()).isEqualTo("refresh_token_reused");
        }));
    }

    @Test
    void aThiefWhoIsFasterIsNoticedToo() {
        var stolen = refreshToken(ann);
        var thief = auth.refresh(stolen);
        auth.clock.advance(Duration.ofMinutes(10));

        refused(auth.refresh(stolen), "refresh_token_reused");
        refused(auth.refresh(refreshToken(thief)), "invalid_refresh_token");
    }

    @Test
    void aMadeUpTokenEndsNothing() {
        var good = refreshToken(ann);
        var forged = good.substring(0, 40) + "A".repeat(24);

        refused(auth.refresh(forged), "invalid_refresh_token");
        refused(auth.refresh("nonsense"), "invalid_refresh_token");
        assertThat(auth.post("/auth/logout", "{\"refreshToken\": \"" + forged + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(auth.refresh(good).status()).isEqualTo(200);
    }

    @Test
    void anUnusedSessionEndsAfterThirtyDaysAndAnyAfterNinety() {
        var token = refreshToken(ann);
        for (int i = 0; i < 3; i++) {
            auth.clock.advance(Duration.ofDays(29));
            token = refreshToken(auth.refresh(token));
        }
        auth.clock.advance(Duration.ofDays(3));
        refused(auth.refresh(token), "invalid_refresh_token");

        var other = refreshToken(auth.login("ann@example.com", PASSWORD));
        auth.clock.advance(Duration.ofDays(30));
        refused(auth.refresh(other), "invalid_refresh_token");
    }

    @Test
    void whoLogsOutIsOut() {
        var before = ann.text("accessToken");
        assertThat(auth.as(before).get("/auth/sessions").status()).isEqualTo(200);

        var answer = auth.post("/auth/logout", "{\"refreshToken\": \"" + refreshToken(ann) + "\"}");

        assertThat(answer.status()).isEqualTo(204);
        refused(auth.refresh(refreshToken(ann)), "invalid_refresh_token");
        soonRefused(before);
        await().untilAsserted(() -> assertThat(auth.types()).contains("user.logged_out"));
        assertThat(auth.post("/auth/logout", "{\"refreshToken\": \"" + refreshToken(ann) + "\"}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void loggingOutEverywhereEndsAllSessions() {
        var phone = auth.login("ann@example.com", PASSWORD);

        assertThat(auth.as(phone.text("accessToken"))
                        .post("/auth/logout-all", "")
                        .status())
                .isEqualTo(204);

        refused(auth.refresh(refreshToken(ann)), "invalid_refresh_token");
        refused(auth.refresh(refreshToken(phone)), "invalid_refresh_token");
        soonRefused(ann.text("accessToken"));
        soonRefused(phone.text("accessToken"));
    }

    @Test
    void sessionsAreListedAndEndedByTheirOwnerOnly() {
        auth.clock.advance(Duration.ofSeconds(1));
        var phone = auth.login("ann@example.com", PASSWORD, "User-Agent", "Phone/2.0");
        var bob = auth.as(auth.register("bob@example.com").text("accessToken"));
        var me = auth.as(ann.text("accessToken"));

        var items = me.get("/auth/sessions").body().path("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.path(0).path("id").asString()).isEqualTo(session(phone));
        assertThat(items.path(0).path("device").asString()).isEqualTo("Phone/2.0");
        assertThat(items.path(0).path("address").asString()).isEqualTo(auth.address);
        assertThat(items.path(0).path("current").asBoolean()).isFalse();
        assertThat(items.path(1).path("current").asBoolean()).isTrue();
        assertThat(items.toString()).doesNotContain("secret", "handle");

        assertThat(bob.delete("/auth/sessions/" + session(phone)).text("code")).isEqualTo("session_not_found");
        assertThat(me.delete("/auth/sessions/" + session(phone)).status()).isEqualTo(204);
        assertThat(me.delete("/auth/sessions/" + session(phone)).status()).isEqualTo(404);
        refused(auth.refresh(refreshToken(phone)), "invalid_refresh_token");
        assertThat(auth.refresh(refreshToken(ann)).status()).isEqualTo(200);
    }

    @Test
    void aListOfSessionsHasPages() {
        for (int i = 0; i < 3; i++) auth.login("ann@example.com", PASSWORD);
        var me = auth.as(ann.text("accessToken"));

        var first = me.get("/auth/sessions?limit=3");
        var second = me.get("/auth/sessions?limit=3&cursor=" + first.text("next"));

        assertThat(first.body().path("items").size()).isEqualTo(3);
        assertThat(second.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().path("next").isNull()).isTrue();
    }

    @Test
    void tooManySessionsEndTheOldest() {
        for (int i = 0; i < 50; i++) {
            auth.clock.advance(Duration.ofSeconds(1));
            assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
        }

        refused(auth.refresh(refreshToken(ann)), "invalid_refresh_token");
        var newest = auth.as(auth.login("ann@example.com", PASSWORD).text("accessToken"));
        assertThat(newest.get("/auth/sessions?limit=100").body().path("items").size())
                .isEqualTo(50);
    }

    @Test
    void whoIsDisabledIsOutAndStaysOut() {
        users("user.disabled", 2, Map.of("userId", id, "by", "root"));

        refused(auth.refresh(refreshToken(ann)), "invalid_refresh_token");
        soonRefused(ann.text("accessToken"));
        assertThat(auth.login("ann@example.com", "a wrong password").text("code"))
                .isEqualTo("invalid_credentials");
        var refused = auth.login("ann@example.com", PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("account_disabled");

        users("user.enabled", 3, Map.of("userId", id, "by", "root"));
        assertThat(auth.login("ann@example.com", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoIsDemotedGoesOnWithWhatIsLeft() {
        users("user.roles_changed", 2, Map.of("userId", id, "roles", List.of("customer", "admin")));
        var admin = auth.refresh(refreshToken(ann));
        assertThat(auth.as(admin.text("accessToken"))
                        .post("/auth/keys/rotate", "")
                        .status())
                .isEqualTo(204);

        users("user.roles_changed", 3, Map.of("userId", id, "roles", List.of("customer")));

        soonRefused(admin.text("accessToken"));
        var customer = auth.refresh(refreshToken(admin));
        assertThat(auth.as(customer.text("accessToken"))
                        .post("/auth/keys/rotate", "")
                        .status())
                .isEqualTo(403);
        assertThat(auth.as(customer.text("accessToken")).get("/auth/sessions").status())
                .isEqualTo(200);
    }

    @Test
    void whoIsDeletedLeavesNothingBehind() {
        auth.login("ann@example.com", PASSWORD, "User-Agent", "Ann's phone");
        auth.post("/auth/password/forgot", "{\"email\": \"ann@example.com\"}");
        await().until(() -> auth.types().contains("user.password_reset_requested"));

        users("user.deleted", 4, Map.of("userId", id, "sealedContact", "c2VhbGVk"));

        assertThat(auth.login("ann@example.com", PASSWORD).text("code")).isEqualTo("invalid_credentials");
        refused(auth.refresh(refreshToken(ann)), "invalid_refresh_token");
        assertThat(auth.as("service").get("/auth/accounts/" + id).status()).isEqualTo(404);
        var name = Pattern.compile("\\bAnn\\b").asPredicate(); // three letters may come about in an encrypted key
        await().untilAsserted(() -> assertThat(everythingKept())
                .isNotEmpty()
                .noneMatch(text -> text.contains("ann@example.com") || name.test(text) || text.contains(auth.address)));
        assertThat(auth.register("ann@example.com").status()).isEqualTo(201);
    }

    private List<String> everythingKept() {
        var database = auth.platform.database("auth");
        return Stream.of("accounts", "keys", "idempotency")
                .map(database::getCollection)
                .flatMap(collection -> collection.find().into(new ArrayList<>()).stream())
                .map(document -> document.toJson())
                .toList();
    }

    private void users(String type, int sequence, Map<String, Object> data) {
        auth.bus.publish(List.of(Event.about(id, sequence, new Fact("users", type, data), TestPlatform.NOON)));
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        var good = ann.text("accessToken");
        var parts = good.split("\\.");
        var none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        for (var bad : List.of(
                none,
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                parts[0] + "." + encoded("{\"sub\":\"root\",\"roles\":[\"admin\"]}") + "." + parts[2],
                good.substring(0, good.length() - 4),
                good + "A",
                "x".repeat(7000),
                "..",
                refreshToken(ann))) {
            assertThat(auth.as(bad).get("/auth/sessions").status()).as(bad).isEqualTo(401);
        }
        assertThat(auth.as(good).get("/auth/sessions").status()).isEqualTo(200);
        auth.clock.advance(Duration.ofSeconds(631));
        assertThat(auth.as(good).get("/auth/sessions").status()).isEqualTo(401);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
