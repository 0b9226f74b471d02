package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;

/** The seller's hand on the stock. */
class StockTest {

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void stockIsSetAndAdjustedAndNeverBelowZero() {
        var path = shop.product("TEA-1", "Green tea", 499);
        var ann = shop.as("ann");
        assertThat(shop.stock(path, "TEA-1").path("available").asInt()).isZero();

        assertThat(ann.put(path + "/stock/TEA-1", "{\"onHand\": 10}")
                        .body()
                        .path("available")
                        .asInt())
                .isEqualTo(10);
        assertThat(ann.post(path + "/stock/TEA-1/adjustments", "{\"delta\": -3, \"reason\": \"damaged\"}")
                        .body()
                        .path("onHand")
                        .asInt())
                .isEqualTo(7);
        problem(
                ann.post(path + "/stock/TEA-1/adjustments", "{\"delta\": -8, \"reason\": \"x\"}"),
                409,
                "insufficient_stock");
        problem(ann.put(path + "/stock/TEA-1", "{\"onHand\": -1}"), 422, "out_of_range");
        problem(ann.post(path + "/stock/TEA-1/adjustments", "{\"delta\": 0, \"reason\": \"x\"}"), 422, "out_of_range");
        problem(ann.put(path + "/stock/NOPE", "{\"onHand\": 1}"), 404, "sku_not_found");
        problem(shop.as("cat").put(path + "/stock/TEA-1", "{\"onHand\": 1}"), 403, "forbidden");
        assertThat(shop.stock(path, "TEA-1").path("onHand").asInt()).isEqualTo(7);
    }

    @Test
    void theSumOfTheLedgerIsTheBalance() {
        var path = shop.stocked("TEA-1", 10);
        shop.as("bob").post(path + "/stock/TEA-1/adjustments", "{\"delta\": -3, \"reason\": \"damaged\"}");
        shop.as("ann").put(path + "/stock/TEA-1", "{\"onHand\": 12}");

        var movements = shop.movements(path);

        assertThat(movements)
                .extracting(each -> each.path("type").asString())
                .containsExactly("set", "adjustment", "set");
        assertThat(movements).extracting(each -> each.path("delta").asInt()).containsExactly(5, -3, 10);
        assertThat(movements)
                .extracting(each -> each.path("onHandAfter").asInt())
                .containsExactly(12, 7, 10);
        assertThat(movements.get(1).path("actor").asString()).isEqualTo("bob");
        assertThat(movements.get(1).path("reason").asString()).isEqualTo("damaged");
    }

    @Test
    void whatIsReservedCanNotBeTakenAway() {
        var path = shop.stocked("TEA-1", 10);
        assertThat(shop.reserve("ord_1", path, "TEA-1", 4).status()).isEqualTo(200);

        problem(shop.as("ann").put(path + "/stock/TEA-1", "{\"onHand\": 3}"), 409, "insufficient_stock");
        assertThat(shop.as("ann")
                        .put(path + "/stock/TEA-1", "{\"onHand\": 4}")
                        .body()
                        .path("available")
                        .asInt())
                .isZero();
    }

    @Test
    void littleNoneAndEnoughAgainAreTold() {
        var path = shop.stocked("TEA-1", 10);
        var ann = shop.as("ann");

        ann.put(path + "/stock/TEA-1", "{\"onHand\": 4}");
        await().untilAsserted(() -> assertThat(shop.last("stock.low")).isPresent());
        ann.put(path + "/stock/TEA-1", "{\"onHand\": 3}");
        ann.put(path + "/stock/TEA-1", "{\"onHand\": 0}");
        await().untilAsserted(() -> assertThat(shop.last("stock.depleted")).isPresent());
        ann.put(path + "/stock/TEA-1", "{\"onHand\": 20}");
        await().untilAsserted(() -> assertThat(shop.last("stock.replenished")).isPresent());
        assertThat(shop.heard.stream().distinct())
                .filteredOn(event -> event.type().equals("stock.low"))
                .hasSize(1);
        assertThat(shop.last("stock.adjusted").orElseThrow().data().path("by").asString())
                .isEqualTo("ann");
        assertThat(shop.last("stock.low").orElseThrow().subject()).isEqualTo(Shop.id(path));
        assertThat(shop.heard)
                .filteredOn(event -> event.type().startsWith("stock."))
                .extracting(Event::sequence)
                .isSorted();
    }

    @Test
    void fewIsWhatTheSellerSays() {
        var path = shop.stocked("TEA-1", 10);

        var set = shop.as("ann").put(path + "/stock/TEA-1", "{\"onHand\": 10, \"lowStockThreshold\": 12}");

        assertThat(set.body().path("lowStockThreshold").asInt()).isEqualTo(12);
        assertThat(shop.as("").get(path).body().at("/variants/0/availability").asString())
                .isEqualTo("low_stock");
    }

    @Test
    void aReservationIsSeenInTheCatalogue() {
        var path = shop.stocked("TEA-1", 10);

        shop.reserve("ord_1", path, "TEA-1", 4);

        await().untilAsserted(() -> assertThat(
                        shop.as("").get(path).body().at("/variants/0/available").asInt())
                .isEqualTo(6));
    }
}
