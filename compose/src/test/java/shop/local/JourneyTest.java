package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Logged;
import tools.jackson.databind.JsonNode;

/** One purchase from end to end, through all nine services. */
class JourneyTest {

    private static final String ADDRESS = """
            {"fullName": "Ann Example", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}""";

    private final Logged log = Logged.whispers("shop");
    private final Shop shop = Shop.open();
    private final Person seller = shop.register("sam");
    private final Person buyer = shop.register("bea");
    private String store = "";
    private String product = "";

    @BeforeEach
    void openAStoreWithProducts() {
        store = created(seller.client().post("/stores", """
                {"name": "Tea House", "description": "Tea", "contactEmail": "tea@shop.test", "currency": "EUR", "country": "DE"}"""));
        ok(seller.client().post("/stores/" + store + "/publish", "{}"));
        var job = seller.client()
                .send("POST", "/products/import?storeId=" + store, """
                {"sku": "TEA-1", "title": "Green sencha tea", "categories": ["tea"], "price": {"amount": 499, "currency": "EUR"}, "onHand": 10}
                {"sku": "TEA-2", "title": "Black assam tea", "categories": ["tea"], "price": {"amount": 599, "currency": "EUR"}, "onHand": 4}
                """, "Content-Type", "application/x-ndjson");
        assertThat(job.status()).isEqualTo(202);
        soon(() -> assertThat(seller.client()
                        .get("/products/imports/" + job.text("id"))
                        .text("status"))
                .isEqualTo("completed"));
    }

    @AfterEach
    void close() {
        log.close();
        shop.close();
    }

    @Test
    void somebodyBuysTeaAndReviewsIt() {
        try (var seenByBuyer = new Listener(shop.port(), buyer);
                var seenBySeller = new Listener(shop.port(), seller)) {
            findsItDespiteATypingMistake();
            looksAtIt();
            var order = ordersAndPays();
            soon(() -> assertThat(subjectsTo("bea@shop.test"))
                    .anyMatch(subject -> subject.contains(order.text("number"))));
            soon(() -> assertThat(seenByBuyer.types()).contains("order_placed", "order_paid"));
            soon(() -> assertThat(seenBySeller.types()).contains("store_order_received"));
            shipsAndDelivers(order.text("id"));
            soon(() -> assertThat(seenByBuyer.types()).contains("order_shipped", "order_delivered"));
            reviewsIt();
            activityShowsItAll(order.text("id"));
        }
        theLogTellsOnNobody();
    }

    private void theLogTellsOnNobody() {
        shop.stranger().post("/auth/login", """
                {"email": "bea@shop.test", "password": "not %s"}""".formatted(Person.PASSWORD));
        shop.stranger().get("/emails/suppressions/bea@shop.test");
        LoggerFactory.getLogger(JourneyTest.class).debug("nobody's business");
        assertThat(log.details()).as("what is heard of it").contains("nobody's business");
        for (var secret : List.of(
                "bea@shop.test",
                "sam@shop.test",
                Person.PASSWORD,
                "Ann Example",
                "Main Street 1",
                "10115",
                "tok_ok",
                buyer.client().name(),
                buyer.signIn().path("refreshToken").asString(),
                "for development only")) {
            assertThat(log.details()).as(secret).noneMatch(line -> line.contains(secret));
        }
    }

    private void findsItDespiteATypingMistake() {
        soon(() -> {
            var found = ok(buyer.client().get("/products/search?q=senhca"));
            assertThat(found.body().path("items").path(0).path("title").asString())
                    .isEqualTo("Green sencha tea");
            assertThat(found.body().path("degraded").asBoolean()).isFalse();
            product = found.body().path("items").path(0).path("id").asString();
        });
    }

    private void looksAtIt() {
        soon(() -> assertThat(ok(buyer.client().get("/products/" + product)).text("title"))
                .isEqualTo("Green sencha tea"));
        soon(() -> assertThat(ok(buyer.client().get("/products/recently-viewed"))
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(product));
    }

    private Reply ordersAndPays() {
        var placed = buyer.client().post("/orders", """
                {"items": [{"productId": "%s", "quantity": 2}], "shippingAddress": %s, "payment": {"method": "card"}}""".formatted(product, ADDRESS), "Idempotency-Key", "order-1");
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        assertThat(placed.body().at("/totals/grand/amount").asInt()).isEqualTo(998);
        assertThat(stock().path("reserved").asInt()).isEqualTo(2);
        var paid = ok(buyer.client()
                .post(
                        "/orders/" + placed.text("id") + "/payments",
                        "{\"token\": \"tok_ok\"}",
                        "Idempotency-Key",
                        "pay-1"));
        assertThat(paid.text("paymentStatus")).isEqualTo("paid");
        soon(() -> assertThat(stock().path("onHand").asInt()).isEqualTo(8));
        return placed;
    }

    private JsonNode stock() {
        return ok(seller.client().get("/products/" + product + "/stock")).body().at("/items/0");
    }

    private void shipsAndDelivers(String order) {
        var path = "/orders/" + order + "/shipments";
        ok(seller.client().post(path, """
                {"storeId": "%s", "carrier": "DHL", "trackingNumber": "JD01"}""".formatted(store)));
        ok(seller.client().post(path + "/1/delivered", "{}"));
        assertThat(ok(buyer.client().get("/orders/" + order)).text("status")).isEqualTo("completed");
    }

    private void reviewsIt() {
        var review = new String[1];
        soon(() -> {
            if (review[0] == null) review[0] = created(buyer.client().post("/reviews", """
                    {"productId": "%s", "rating": 5, "title": "Lovely", "body": "Fresh and grassy."}""".formatted(product)));
            assertThat(ok(buyer.client().get("/reviews/" + review[0]))
                            .body()
                            .path("verifiedPurchase")
                            .asBoolean())
                    .isTrue();
        });
        soon(() -> assertThat(ok(buyer.client().get("/products/" + product))
                        .body()
                        .at("/rating/count")
                        .asInt())
                .isEqualTo(1));
        soon(() -> assertThat(ok(buyer.client().get("/products/search?q=sencha&minRating=5"))
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1));
    }

    private void activityShowsItAll(String order) {
        var admin = shop.admin().client();
        soon(() -> {
            var records = ok(admin.get("/activity?target=" + order + "&limit=100"))
                    .body()
                    .path("items");
            assertThat(records.valueStream().map(each -> each.path("type").asString()))
                    .contains("order.placed", "order.paid", "order.shipped", "order.delivered");
        });
        assertThat(ok(admin.get("/activity/audit/verify")).body().path("valid").asBoolean())
                .isTrue();
    }

    private List<String> subjectsTo(String address) {
        return shop.mailbox().mails().stream()
                .filter(mail -> mail.to().contains(address))
                .map(Mailbox.Mail::subject)
                .toList();
    }

    private static void soon(ThrowingRunnable check) {
        await().untilAsserted(check);
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 299);
        return reply;
    }

    private static String created(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.text("id");
    }
}
