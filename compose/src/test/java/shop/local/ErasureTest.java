package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.TestMongo;

/** Somebody uses all nine services, takes away what they keep, and leaves: nothing of them stays anywhere. */
class ErasureTest {

    private static final Duration SOON = Duration.ofMinutes(3);
    /** All but products, who knows people by their ids only. */
    private static final List<String> NAMED_IN =
            List.of("auth", "users", "stores", "orders", "reviews", "email", "notifications", "activity");

    private static final String EMAIL = "zebulon.quartermain@shop.test";
    private static final String NAME = "Zebulon Quartermain";
    private static final String STREET = "Xylophone Lane 77";
    private static final String PHONE = "+4915199887766";
    private static final String ADDRESS = """
            {"fullName": "%s", "line1": "%s", "city": "Berlin", "postalCode": "10115", "country": "DE", "phone": "%s"}""".formatted(NAME, STREET, PHONE);

    private final String prefix = TestMongo.freshName() + "-";
    private final Traces traces = new Traces(prefix, List.of(EMAIL, NAME, STREET, PHONE, "zebulon", "quartermain"));
    private final Shop shop = Shop.open(
            Map.of("DATABASE_PREFIX", prefix, "ELASTICSEARCH_INDEX", prefix.toLowerCase(Locale.ROOT) + "products"));
    private final Stall stall = Stall.open(shop.register("sam"), 10);
    private final Person zeb = shop.register(EMAIL, NAME);
    private final Client client = zeb.client();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoLeavesTakesEverythingAndLeavesNothing() {
        signsInAgain();
        ok(client.get("/products/" + stall.product()));
        var home = ok(client.post("/users/me/addresses", ADDRESS)).text("id");
        runsStores();
        var done = orders(home);
        delivered(done);
        reviews();
        var underWay = orders(home);
        soon(this::theExportHoldsAllNine);
        soon(this::isNamedWhereTheTestLooks);

        assertThat(client.delete("/users/me").status()).isEqualTo(202);

        writesOnWhileTheTokenLives();
        isSignedOutEverywhere();
        soon(() -> assertThat(traces.found()).isNotEmpty().allMatch(each -> each.startsWith("orders.orders: ")));
        var address =
                ok(stall.seller().client().get("/orders/" + underWay)).body().path("shippingAddress");
        assertThat(address.path("line1").asString()).isEqualTo(STREET);

        delivered(underWay);
        soon(() -> assertThat(traces.found()).isEmpty());
        nobodyIsBroughtBackByWhatComesLate();
        comesAgainAsSomebodyElse();
    }

    private void isNamedWhereTheTestLooks() {
        var found = traces.found();
        for (var service : NAMED_IN) assertThat(found).anyMatch(each -> each.startsWith(service + "."));
    }

    private void signsInAgain() {
        for (int i = 0; i < 2; i++) {
            var refused = shop.stranger().post("/auth/login", """
                    {"email": "%s", "password": "wrong guess %d"}""".formatted(EMAIL, i));
            assertThat(refused.status()).isEqualTo(401);
        }
        shop.login(EMAIL);
        ok(client.patch(
                "/users/me",
                """
                {"phone": "%s", "locale": "de", "avatarUrl": "https://x.example/zebulon.png", "marketingConsent": true}""".formatted(PHONE),
                "If-Match",
                ok(client.get("/users/me")).header("ETag")));
        ok(shop.stranger().post("/auth/password/forgot", "{\"email\": \"%s\"}".formatted(EMAIL)));
        ok(client.post("/notifications/devices", "{\"token\": \"zebulon-phone\", \"platform\": \"web\"}"));
        ok(client.post("/activity", """
                {"events": [{"eventId": "e-1", "type": "Product Searched", "properties": {"query": "%s"}}]}""".formatted(NAME)));
    }

    /** One that stays open, and one that is closed before its owner leaves. */
    private void runsStores() {
        for (var each : List.of("deactivate", "close")) {
            var store = "/stores/"
                    + ok(client.post("/stores", """
                    {"name": "Odds and Ends", "description": "Things", "contactEmail": "%s", "currency": "EUR", "country": "DE", "address": %s}""".formatted(EMAIL, ADDRESS))).text("id");
            ok(client.post(store + "/publish", "{}"));
            if (each.equals("close")) ok(client.delete(store));
            else ok(client.post(store + "/deactivate", "{\"reason\": \"%s is away\"}".formatted(NAME)));
        }
        ok(stall.seller().client().put("/stores/" + stall.store() + "/staff/" + zeb.id(), "{\"role\": \"staff\"}"));
    }

    private String orders(String addressId) {
        ok(client.put("/orders/cart/items/" + stall.product(), "{\"quantity\": 1}"));
        var order = ok(client.post(
                        "/orders",
                        """
                {"items": [{"productId": "%s", "quantity": 1}], "addressId": "%s", "payment": {"method": "card"}}""".formatted(stall.product(), addressId),
                        "Idempotency-Key",
                        "order-" + System.nanoTime()))
                .text("id");
        ok(client.post("/orders/" + order + "/payments", "{\"token\": \"tok_ok\"}", "Idempotency-Key", "pay-" + order));
        return order;
    }

    private void delivered(String order) {
        var seller = stall.seller().client();
        ok(seller.post("/orders/" + order + "/shipments", """
                {"storeId": "%s", "carrier": "DHL", "trackingNumber": "JD01"}""".formatted(stall.store())));
        ok(seller.post("/orders/" + order + "/shipments/1/delivered", "{}"));
    }

    private void reviews() {
        soon(() -> {
            var review = client.post("/reviews", """
                    {"productId": "%s", "rating": 5, "title": "Lovely", "body": "Fresh and grassy."}""".formatted(stall.product()));
            assertThat(review.status()).isIn(201, 409);
        });
    }

    private void theExportHoldsAllNine() {
        var export = ok(client.get("/users/me/export")).body();
        var wanted = Map.of(
                "auth", List.of(EMAIL, "sessions\":[{"),
                "users", List.of(EMAIL, NAME, STREET, PHONE, "\"source\":\"profile\""),
                "stores", List.of(EMAIL, STREET, stall.store()),
                "products", List.of(stall.product()),
                "orders", List.of(NAME, STREET, "\"cart\":[{"),
                "reviews", List.of("Lovely", NAME),
                "email", List.of(EMAIL, "password_reset", "order_confirmation", "order_delivered"),
                "notifications", List.of("order_placed", "order_delivered", "\"devices\":[{"),
                "activity", List.of("user.login_failed", "order.placed", "Product Searched", NAME));
        assertThat(export.propertyNames()).containsExactlyInAnyOrderElementsOf(wanted.keySet());
        wanted.forEach((service, parts) ->
                assertThat(export.path(service).toString()).as(service).contains(parts));
    }

    /** Some of it is refused, some is not: a token is believed for five seconds. */
    private void writesOnWhileTheTokenLives() {
        for (var write : Map.of(
                        "/stores",
                        """
                        {"name": "Late", "description": "Late", "contactEmail": "%s", "currency": "EUR", "country": "DE"}""".formatted(EMAIL),
                        "/notifications/devices",
                        "{\"token\": \"zebulon-late\", \"platform\": \"web\"}",
                        "/users/me/addresses",
                        ADDRESS,
                        "/activity",
                        """
                        {"events": [{"eventId": "e-2", "type": "Product Searched", "properties": {"query": "%s"}}]}""".formatted(NAME))
                .entrySet()) {
            assertThat(client.post(write.getKey(), write.getValue()).status()).isLessThan(500);
        }
    }

    private void isSignedOutEverywhere() {
        await().atMost(SOON).untilAsserted(() -> {
            for (var path : List.of("/users/me", "/orders", "/stores/mine", "/notifications", "/reviews/mine")) {
                assertThat(client.get(path).status()).as(path).isEqualTo(401);
            }
        });
        var token = zeb.signIn().path("refreshToken").asString();
        assertThat(shop.stranger()
                        .post("/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(token))
                        .status())
                .isEqualTo(401);
    }

    private void nobodyIsBroughtBackByWhatComesLate() {
        var data = Map.of(
                "userId",
                zeb.id(),
                "sessionId",
                "ses_1",
                "email",
                EMAIL,
                "displayName",
                NAME,
                "roles",
                List.of("customer"),
                "locale",
                "de",
                "newDevice",
                true,
                "address",
                "203.0.113.77",
                "userAgent",
                "zebulon's browser");
        for (var type : List.of("user.registered", "user.email_verified", "user.logged_in", "user.profile_updated")) {
            shop.publish(Event.about(
                    zeb.id(),
                    99,
                    new Fact("auth", type, data),
                    Clock.systemUTC().instant()));
        }
        await().atMost(SOON)
                .during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(traces.found()).isEmpty());
        var admin = shop.admin().client();
        assertThat(admin.get("/users/" + zeb.id()).status()).isEqualTo(404);
        for (var each :
                List.of("auth", "users", "stores", "products", "orders", "reviews", "emails", "notifications")) {
            assertThat(ok(admin.get("/" + each + "/dead-letters")).body().path("items"))
                    .as(each)
                    .isEmpty();
        }
    }

    private void comesAgainAsSomebodyElse() {
        var again = shop.register(EMAIL, NAME);
        assertThat(again.id()).isNotEqualTo(zeb.id());
        assertThat(ok(again.client().get("/users/me/addresses")).body().path("items"))
                .isEmpty();
        var export = ok(again.client().get("/users/me/export")).body();
        assertThat(export.at("/orders/orders")).isEmpty();
        assertThat(export.at("/stores/stores")).isEmpty();
    }

    private static void soon(ThrowingRunnable check) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(check);
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 299);
        return reply;
    }
}
