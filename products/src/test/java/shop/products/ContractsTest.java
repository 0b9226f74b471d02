package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.json.Json;
import shop.platform.testing.Contracts;
import tools.jackson.databind.node.ObjectNode;

/** What products hears, as its siblings promise to say it. */
class ContractsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void theStatesOfAStore() {
        var path = shop.product("TEA-1", "Green tea", 499);
        for (var type : List.of(
                "created",
                "updated",
                "published",
                "deactivated",
                "suspended",
                "reinstated",
                "closed",
                "staff_changed")) {
            var told = Contracts.sample("store." + type);
            shop.bus.publish(List.of(told));
            if (told.sequence() <= 1) continue; // the store of these tests is as new
            var seen = shop.as("").get(path).status();
            assertThat(seen).as(type).isEqualTo(status(told));
        }
    }

    private int status(Event told) {
        var published = told.data().path("status").asString().equals("published");
        return published || told.sequence() < 3 ? 200 : 404; // what is older than the last news changes nothing
    }

    @Test
    void anOrderFromPlacedToReturned() {
        var placed = Contracts.sample("order.placed");
        var path = shop.stocked("TEA-1", 10);
        shop.reserve(placed.subject(), path, "TEA-1", 2);

        hear(placed, path);
        assertThat(shop.stock(path, "TEA-1").path("reserved").asInt()).isEqualTo(2);
        hear(Contracts.sample("order.paid"), path);
        assertThat(shop.stock(path, "TEA-1").path("onHand").asInt()).isEqualTo(8);
        hear(Contracts.sample("order.returned"), path);
        assertThat(shop.stock(path, "TEA-1").path("onHand").asInt()).isEqualTo(10);
    }

    @Test
    void anOrderThatIsCancelledOrExpires() {
        for (var type : List.of("order.cancelled", "order.expired")) {
            var ended = Contracts.sample(type);
            var path = shop.stocked("TEA-1" + type.length(), 10);
            var order = ended.subject() + type.length();
            shop.reserve(order, path, "TEA-1" + type.length(), 2);
            var data = ended.data().deepCopy();
            ((ObjectNode) data).put("orderId", order);
            shop.tell(type, order, 3, data);
            assertThat(shop.stock(path, "TEA-1" + type.length())
                            .path("reserved")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void aRating() {
        var told = Contracts.sample("review.summary_changed");
        var path = shop.product("TEA-1", "Green tea", 499);

        shop.tell(told.type(), Shop.id(path), told.sequence(), with(told, Map.of("productId", Shop.id(path))));

        await().untilAsserted(() -> assertThat(
                        shop.as("").get(path).body().at("/rating/average").asDouble())
                .isEqualTo(4.5));
    }

    /** The same about a product that is there. */
    private void hear(Event event, String path) {
        var data = event.data().toString().replace("prd_01m1c2jv00e8e8qfx9b2d3n401", Shop.id(path));
        shop.bus.publish(List.of(Event.about(
                event.subject(),
                event.sequence(),
                new Fact(event.source(), event.type(), Json.TOLERANT.readTree(data)),
                event.time())));
    }

    private static Object with(Event event, Map<String, String> fields) {
        var data = (ObjectNode) event.data().deepCopy();
        fields.forEach(data::put);
        return data;
    }
}
