package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.id;
import static shop.products.Shop.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.testing.Client.Reply;

/** Units kept for orders: never sold twice, never lost. */
@SuppressWarnings("try") // a shop is closed early on purpose
class ReservationTest {

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void unitsAreKeptPricedAndSold() {
        var path = shop.stocked("TEA-1", 10);

        var held = shop.as("service").put("/products/reservations/ord_1", """
                {"items": [{"productId": "%s", "quantity": 3}], "expiresAt": "2030-01-02T12:30:00Z"}""".formatted(id(path)));

        assertThat(held.status()).isEqualTo(200);
        assertThat(held.text("status")).isEqualTo("held");
        var line = held.body().at("/lines/0");
        assertThat(line.path("sku").asString()).isEqualTo("TEA-1");
        assertThat(line.path("storeId").asString()).isEqualTo(Shop.STORE);
        assertThat(line.path("unitPrice").path("amount").asInt()).isEqualTo(499);
        stock(path, 10, 3);
        assertThat(commit("ord_1").text("status")).isEqualTo("committed");
        assertThat(commit("ord_1").text("status")).isEqualTo("committed");
        stock(path, 7, 0);
        await().untilAsserted(() -> assertThat(shop.movements(path))
                .extracting(each -> each.path("type").asString())
                .containsExactly("sale", "set"));
        assertThat(shop.movements(path).getFirst().path("orderId").asString()).isEqualTo("ord_1");
        problem(shop.as("service").delete("/products/reservations/ord_1"), 409, "already_committed");
    }

    @Test
    void onlySiblingsReserve() {
        var path = shop.stocked("TEA-1", 10);
        problem(
                shop.as("ann")
                        .put(
                                "/products/reservations/ord_1",
                                "{\"items\": [{\"productId\": \"%s\", \"quantity\": 1}], \"expiresAt\": \"2030-01-02T12:30:00Z\"}"
                                        .formatted(id(path))),
                403,
                "forbidden");
    }

    @Test
    void allLinesOrNone() {
        var one = shop.stocked("TEA-1", 10);
        var two = shop.stocked("TEA-2", 1);
        var three = shop.stocked("TEA-3", 1);

        var refused =
                shop.as("service").put("/products/reservations/ord_1", """
                {"items": [{"productId": "%s", "quantity": 2}, {"productId": "%s", "quantity": 2}, {"productId": "%s", "quantity": 2}],
                 "expiresAt": "2030-01-02T12:30:00Z"}""".formatted(id(one), id(two), id(three)));

        problem(refused, 409, "insufficient_stock");
        assertThat(refused.body().path("errors").values())
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/items/1", "/items/2");
        stock(one, 10, 0);
        stock(two, "TEA-2", 1, 0);
        problem(commit("ord_1"), 409, "insufficient_stock");
    }

    @Test
    void whatIsNotForSaleIsNamed() {
        var path = shop.stocked("TEA-1", 10);
        var gone = shop.stocked("TEA-2", 10);
        shop.as("ann").delete(gone);

        var refused = shop.as("service").put("/products/reservations/ord_1", """
                {"items": [{"productId": "%s", "quantity": 2}, {"productId": "%s", "quantity": 2}, {"productId": "prd_x", "quantity": 2}],
                 "expiresAt": "2030-01-02T12:30:00Z"}""".formatted(id(path), id(gone)));

        problem(refused, 409, "not_for_sale");
        assertThat(refused.body().path("errors").values())
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/items/1", "/items/2");
        shop.store("suspended", 2);
        problem(shop.reserve("ord_2", path, "TEA-1", 1), 409, "not_for_sale");
    }

    @Test
    void aProductWithVariantsNeedsOneNamed() {
        var path = shop.as("ann").post("/products", """
                {"storeId": "%s", "title": "Shirt", "variants": [
                  {"sku": "S", "options": {"size": "S"}, "price": {"amount": 1, "currency": "EUR"}},
                  {"sku": "L", "options": {"size": "L"}, "price": {"amount": 2, "currency": "EUR"}}]}""".formatted(Shop.STORE)).header("Location");

        var refused = shop.as("service").put("/products/reservations/ord_1", """
                {"items": [{"productId": "%s", "quantity": 2}], "expiresAt": "2030-01-02T12:30:00Z"}""".formatted(id(path)));

        problem(refused, 422, "required");
        assertThat(refused.error().path("pointer").asString()).isEqualTo("/items/0/sku");
    }

    @Test
    void theSameAgainKeepsLongerAndOtherItemsAreRefused() {
        var path = shop.stocked("TEA-1", 10);
        shop.reserve("ord_1", path, "TEA-1", 3, Duration.ofMinutes(30));

        assertThat(shop.reserve("ord_1", path, "TEA-1", 3, Duration.ofHours(2)).text("status"))
                .isEqualTo("held");
        problem(shop.reserve("ord_1", path, "TEA-1", 4), 409, "reservation_differs");
        shop.clock.advance(Duration.ofHours(1));

        assertThat(shop.last("reservation.expired")).isEmpty();
        assertThat(commit("ord_1").text("status")).isEqualTo("committed");
        stock(path, 7, 0);
    }

    @Test
    void aSkuWantedTwiceIsOneLine() {
        var path = shop.stocked("TEA-1", 10);
        var twice = """
                {"items": [{"productId": "%1$s", "quantity": 2}, {"productId": "%1$s", "sku": "TEA-1", "quantity": 3}],
                 "expiresAt": "2030-01-02T12:30:00Z"}""".formatted(id(path));

        for (int i = 0; i < 2; i++) {
            var held = shop.as("service").put("/products/reservations/ord_1", twice);
            assertThat(held.body().path("lines").size()).isEqualTo(1);
            assertThat(held.body().at("/lines/0/quantity").asInt()).isEqualTo(5);
        }
        stock(path, 10, 5);
    }

    @Test
    void whatIsKeptTooLongIsFreeAgainAndTold() {
        var path = shop.stocked("TEA-1", 10);
        shop.reserve("ord_1", path, "TEA-1", 3);

        shop.clock.advance(Duration.ofMinutes(31));

        await().untilAsserted(() -> assertThat(shop.last("reservation.expired")).isPresent());
        await().untilAsserted(() -> stock(path, 10, 0));
        assertThat(commit("ord_1").text("status")).isEqualTo("committed"); // there is enough: taken anew
        stock(path, 7, 0);
    }

    @Test
    void whatIsFreeAgainIsTakenAnewOnlyWhenThereIsEnough() {
        var path = shop.stocked("TEA-1", 3);
        shop.reserve("ord_1", path, "TEA-1", 3);
        assertThat(shop.as("service").delete("/products/reservations/ord_1").text("status"))
                .isEqualTo("released");
        assertThat(shop.as("service").delete("/products/reservations/ord_1").text("status"))
                .isEqualTo("released");
        problem(shop.as("service").delete("/products/reservations/ord_x"), 404, "reservation_not_found");
        assertThat(shop.reserve("ord_2", path, "TEA-1", 1).status()).isEqualTo(200);

        problem(commit("ord_1"), 409, "insufficient_stock");
        problem(shop.reserve("ord_1", path, "TEA-1", 3), 409, "insufficient_stock");
        assertThat(shop.reserve("ord_1", path, "TEA-1", 2).status()).isEqualTo(200);
        stock(path, 3, 3);
    }

    @Test
    void anOrderThatIsPaidIsSoldAndOneThatIsCancelledComesBackOnce() {
        var path = shop.stocked("TEA-1", 10);
        shop.reserve("ord_1", path, "TEA-1", 3);
        order("order.placed", "ord_1", path, 3, Map.of("paymentMethod", "card"));
        stock(path, 10, 3);
        for (int i = 0; i < 2; i++) order("order.paid", "ord_1", path, 3, Map.of());
        stock(path, 7, 0);

        for (int i = 0; i < 2; i++) order("order.cancelled", "ord_1", path, 3, Map.of());

        stock(path, 10, 0);
        await().untilAsserted(() -> assertThat(shop.movements(path))
                .extracting(each -> each.path("type").asString())
                .containsExactly("return", "sale", "set"));
        order("order.paid", "ord_1", path, 3, Map.of());
        stock(path, 10, 0);
        problem(commit("ord_1"), 409, "reservation_closed");
        problem(shop.reserve("ord_1", path, "TEA-1", 3), 409, "reservation_closed");
    }

    @Test
    void anInvoiceOrderIsSoldWhenPlacedEvenWithoutAReservation() {
        var path = shop.stocked("TEA-1", 10);

        order("order.placed", "ord_1", path, 3, Map.of("paymentMethod", "invoice"));

        stock(path, 7, 0);
    }

    @Test
    void anOrderThatEndedBeforeItsReservationCameIsNeverSold() {
        var path = shop.stocked("TEA-1", 10);
        order("order.expired", "ord_1", path, 3, Map.of());
        order("order.paid", "ord_1", path, 3, Map.of());

        problem(shop.reserve("ord_1", path, "TEA-1", 3), 409, "reservation_closed");
        stock(path, 10, 0);
    }

    @Test
    void whatIsSentBackIsPutBackOnceWhenItMayBeSoldAgain() {
        var path = shop.stocked("TEA-1", 10);
        shop.reserve("ord_1", path, "TEA-1", 3);
        order("order.paid", "ord_1", path, 3, Map.of());
        var lines = List.of(Map.of("sku", "TEA-1", "quantity", 2));

        var event =
                order("order.returned", "ord_1", path, 3, Map.of("returned", Map.of("lines", lines, "restock", true)));
        shop.bus.publish(List.of(event));
        order("order.returned", "ord_1", path, 3, Map.of("returned", Map.of("lines", lines, "restock", false)));

        stock(path, 9, 0);
        await().untilAsserted(() -> assertThat(
                        shop.movements(path).getFirst().path("type").asString())
                .isEqualTo("return"));
        shop.bus.publish(List.of(event)); // after the ledger has it, too
        stock(path, 9, 0);
    }

    @Test
    void fiveHundredBuyersGetAHundredUnits() {
        var path = shop.stocked("TEA-1", 100);

        var statuses =
                atOnce(500, i -> shop.reserve("ord_" + i, path, "TEA-1", 1).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(100);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(400);
        stock(path, 100, 100);
    }

    @Test
    void theSameOrderManyTimesAtOnceIsKeptOnceAndComesBackOnce() {
        var path = shop.stocked("TEA-1", 100);

        assertThat(atOnce(20, i -> shop.reserve("ord_1", path, "TEA-1", 3).status()))
                .containsOnly(200);
        stock(path, 100, 3);
        atOnce(
                40,
                i -> i % 2 == 0
                        ? commit("ord_1").status()
                        : order("order.cancelled", "ord_1", path, 3, Map.of()).sequence());

        stock(path, 100, 0);
    }

    /** All of it in the same moment; whatever has no answer at all fails the test. */
    private static List<Integer> atOnce(int times, IntFunction<Integer> attempt) {
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, times)
                    .<Future<Integer>>mapToObj(i -> buyers.submit(() -> attempt.apply(i)))
                    .toList();
            buyers.close();
            return attempts.stream().map(ReservationTest::result).toList();
        }
    }

    private static int result(Future<Integer> done) {
        if (done.state() == Future.State.FAILED) throw new AssertionError("no answer", done.exceptionNow());
        return done.resultNow();
    }

    private Reply commit(String order) {
        return shop.as("service").post("/products/reservations/" + order + "/commit", "{}");
    }

    private Event order(String type, String order, String path, int quantity, Map<String, Object> more) {
        var item = Map.of(
                "productId",
                id(path),
                "sku",
                "TEA-1",
                "storeId",
                Shop.STORE,
                "title",
                "Tea",
                "options",
                Map.of(),
                "unitPrice",
                Map.of("amount", 499, "currency", "EUR"),
                "quantity",
                quantity);
        var data =
                new HashMap<String, Object>(Map.of("orderId", order, "paymentMethod", "card", "items", List.of(item)));
        data.putAll(more);
        return shop.tell(type, order, 1, data);
    }

    private void stock(String path, int onHand, int reserved) {
        stock(path, "TEA-1", onHand, reserved);
    }

    private void stock(String path, String sku, int onHand, int reserved) {
        var stock = shop.stock(path, sku);
        assertThat(stock.path("onHand").asInt()).as("on hand").isEqualTo(onHand);
        assertThat(stock.path("reserved").asInt()).as("reserved").isEqualTo(reserved);
        assertThat(stock.path("available").asInt()).as("available").isEqualTo(onHand - reserved);
    }
}
