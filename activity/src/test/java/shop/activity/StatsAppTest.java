package shop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.JsonNode;

/** The statistics, made of the very events that the services promise. */
class StatsAppTest {

    private static final String DAY = "&from=2030-01-02T00:00:00Z&to=2030-01-03T00:00:00Z";

    private final InMemoryBus bus = new InMemoryBus();
    private final Server server = Server.start(TestPlatform.with(bus, Map.of()), 0, List.of(ActivityApp::open));
    private final Client sue = new Client(server.port(), "sue");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyEventCountsOnce() {
        hear("user.registered", "user.logged_in", "order.placed", "order.paid", "review.created");
        hear("user.registered", "user.logged_in", "order.placed", "order.paid", "review.created");

        for (var metric : List.of("signups", "logins", "orders", "reviews", "active_users")) {
            assertThat(value(metric).asInt()).as(metric).isEqualTo(1);
        }
        assertThat(value("revenue").toString()).isEqualTo("{\"EUR\":998}");
    }

    @Test
    void anAnswerSaysWhatWasAsked() {
        var answer = stats("orders&interval=hour&from=2030-01-02T11:30:00Z&to=2030-01-02T14:00:00Z");

        assertThat(answer.path("metric").asString()).isEqualTo("orders");
        assertThat(answer.path("interval").asString()).isEqualTo("hour");
        assertThat(answer.path("from").asString()).isEqualTo("2030-01-02T11:30:00.000Z");
        assertThat(answer.path("to").asString()).isEqualTo("2030-01-02T14:00:00.000Z");
        assertThat(answer.path("buckets")
                        .valueStream()
                        .map(each -> each.path("start").asString().substring(11, 16) + " "
                                + each.path("value").asInt()))
                .containsExactly("11:00 0", "12:00 0", "13:00 0");
        assertThat(answer.has("items")).isFalse();
        assertThat(stats("orders").path("buckets")).hasSize(30);
    }

    @Test
    void emptyRevenueHasNoCurrency() {
        assertThat(value("revenue").toString()).isEqualTo("{}");
    }

    @Test
    void topProductsAreThoseOrderedMost() {
        hear("order.placed", "order.placed"); // the same event

        var items = stats("top_products").path("items");

        assertThat(items).hasSize(1);
        assertThat(items.path(0).toString())
                .isEqualTo("{\"productId\":\"prd_01m1c2jv00e8e8qfx9b2d3n401\",\"title\":\"Green tea\",\"quantity\":2}");
    }

    @Test
    void theFunnelCountsPeopleAndDevices() {
        hear("product.viewed", "order.placed", "order.paid");
        new Client(server.port(), "").post("/activity", """
                {"events": [
                  {"eventId": "e1", "type": "Product Viewed", "anonymousId": "dev-1"},
                  {"eventId": "e2", "type": "Product Viewed", "anonymousId": "dev-1"},
                  {"eventId": "e3", "type": "Product Added", "anonymousId": "dev-1"},
                  {"eventId": "e4", "type": "Order Paid", "anonymousId": "dev-1"}
                ]}""");

        assertThat(stats("funnel")
                        .path("steps")
                        .valueStream()
                        .map(each -> each.path("name").asString() + " "
                                + each.path("count").asInt()))
                .containsExactly(
                        "product_viewed 2", "product_added 1", "checkout_started 0", "order_placed 1", "order_paid 1");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var query : List.of(
                "",
                "?metric=luck",
                "?metric=orders&interval=year",
                "?metric=orders&from=2030-01-02T00:00:00Z&to=2030-01-02T00:00:00Z",
                "?metric=orders&interval=hour&from=2000-01-02T00:00:00Z",
                "?metric=orders&to=-999999999-01-01T00:00:00Z",
                "?metric=orders&to=%2B999999999-01-01T00:00:00Z")) {
            var refused = sue.get("/activity/stats" + query);
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.text("code")).isEqualTo("invalid_parameter");
        }
        assertThat(new Client(server.port(), "ann")
                        .get("/activity/stats?metric=orders")
                        .status())
                .isEqualTo(403);
    }

    private void hear(String... types) {
        for (var type : types) bus.publish(List.of(Contracts.sample(type)));
    }

    private JsonNode value(String metric) {
        return stats(metric + DAY).at("/buckets/0/value");
    }

    private JsonNode stats(String query) {
        var reply = sue.get("/activity/stats?metric=" + query);
        assertThat(reply.status()).as(query).isEqualTo(200);
        return reply.body();
    }
}
