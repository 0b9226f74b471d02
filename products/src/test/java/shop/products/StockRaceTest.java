package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Buyers and sellers at once, everything told twice and in any order: what is on hand is what the ledger says. */
class StockRaceTest {

    private static final int ORDERS = 25;
    private static final int STEPS = 6;

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostAndNothingIsSoldTwice(long seed) {
        var path = shop.stocked("TEA-1", 40);
        var random = new Random(seed);
        var buyers = IntStream.range(0, ORDERS * STEPS)
                .mapToObj(i -> buyer("ord_" + random.nextInt(ORDERS), path, random.nextInt(5)));
        var sellers = IntStream.range(0, 30).mapToObj(i -> seller(path, random.nextInt(20) - 10, i));

        var statuses = atOnce(Stream.concat(buyers, sellers).toList());

        assertThat(statuses).as("seed %d", seed).isSubsetOf(200, 404, 409);
        await().untilAsserted(() -> consistent(path));
    }

    private Callable<Integer> buyer(String order, String path, int what) {
        var reservation = "/products/reservations/" + order;
        return switch (what) {
            case 0, 1 -> () -> shop.reserve(order, path, "TEA-1", 3).status();
            case 2 ->
                () -> shop.as("service").post(reservation + "/commit", "{}").status();
            case 3 -> () -> shop.as("service").delete(reservation).status();
            default ->
                () -> {
                    shop.tell("order.cancelled", order, 2, told(order));
                    return 200;
                };
        };
    }

    private static Map<String, Object> told(String order) {
        return Map.of("orderId", order, "paymentMethod", "card", "items", List.of());
    }

    private Callable<Integer> seller(String path, int delta, int number) {
        var stock = path + "/stock/TEA-1";
        if (number % 5 == 0)
            return () -> shop.as("ann")
                    .put(stock, "{\"onHand\": %d}".formatted(30 + delta))
                    .status();
        var body = "{\"delta\": %d, \"reason\": \"counted\"}".formatted(delta == 0 ? 1 : delta);
        return () -> shop.as("bob").post(stock + "/adjustments", body).status();
    }

    @SuppressWarnings("try") // closing waits for all
    private static List<Integer> atOnce(List<Callable<Integer>> calls) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = calls.stream().map(everybody::submit).toList();
            everybody.close();
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private void consistent(String path) {
        var stock = shop.stock(path, "TEA-1");
        int onHand = stock.path("onHand").asInt();
        assertThat(ledger(path).mapToInt(each -> each.path("delta").asInt()).sum())
                .as("the ledger")
                .isEqualTo(onHand);
        assertThat(stock.path("reserved").asInt()).as("reserved").isEqualTo(3 * with("held"));
        assertThat(stock.path("available").asInt()).isNotNegative().isEqualTo(onHand - 3 * with("held"));
        int sold = ledger(path)
                .filter(each ->
                        List.of("sale", "return").contains(each.path("type").asString()))
                .mapToInt(each -> -each.path("delta").asInt())
                .sum();
        assertThat(sold).as("sold").isEqualTo(3 * with("committed"));
    }

    private int with(String status) {
        var reservations = shop.platform.database("products").getCollection("reservations");
        return (int) reservations.countDocuments(new Document("status", status));
    }

    /** All of it: a page holds a hundred. */
    private Stream<JsonNode> ledger(String path) {
        var all = Stream.<JsonNode>builder();
        var next = "";
        do {
            var page = shop.as("ann")
                    .get(path + "/stock/movements?limit=100" + next)
                    .body();
            page.path("items").forEach(all::add);
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!next.isEmpty());
        return all.build();
    }
}
