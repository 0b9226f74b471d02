package shop.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import shop.platform.testing.Client;
import tools.jackson.databind.JsonNode;

/** What must be true after any disaster: promises are kept, stock adds up, and all is told once. */
record Reckoning(Client admin, Stall stall, int onHand, List<Buyer> buyers) {

    private static final Duration SOON = Duration.ofMinutes(5);

    /** One whose sender died is taken for lost and sent again, under the same name, later than a test can wait for. */
    private static final Set<String> ON_THEIR_WAY = Set.of("sent", "sending");

    void holds() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).untilAsserted(this::settled);
    }

    private void settled() {
        var all = new ArrayList<JsonNode>();
        for (var buyer : buyers) all.addAll(promisesKept(buyer));
        stockAddsUp(all);
        toldOnce(all, "placed", "order_confirmation");
        var paid = all.stream().filter(Reckoning::isPaid).toList();
        toldOnce(paid, "paid", "payment_received");
        var received = list(stall.seller().client(), "/notifications?type=store_order_received&limit=100");
        once(all, received, "/data/orderId");
        assertThat(admin.get("/activity/audit/verify").body().path("valid").asBoolean())
                .isTrue();
    }

    private List<JsonNode> promisesKept(Buyer buyer) {
        var orders = list(buyer.person().client(), "/orders?limit=100");
        var byId = orders.stream().collect(toMap(order -> order.path("id").asString(), Reckoning::isPaid));
        assertThat(byId).containsKeys(buyer.ordered().toArray(String[]::new));
        assertThat(byId).hasSizeLessThanOrEqualTo(buyer.ordered().size() + buyer.unanswered());
        for (var id : buyer.paid()) assertThat(byId).containsEntry(id, true);
        return orders;
    }

    /** What an interrupted request has held comes free by itself, later than a test can wait for. */
    private void stockAddsUp(List<JsonNode> orders) {
        var stock = stall.stock();
        var sold = units(orders.stream().filter(Reckoning::isPaid).toList());
        var held = units(orders) - sold;
        var unanswered = buyers.stream().mapToInt(Buyer::unanswered).sum();
        assertThat(stock.path("onHand").asInt() + sold).isEqualTo(onHand);
        assertThat(stock.path("reserved").asInt()).isBetween(held, held + unanswered * Buyer.unitsAtMost());
    }

    private void toldOnce(List<JsonNode> orders, String what, String template) {
        once(orders, list(admin, "/activity?type=order." + what + "&limit=100"), "/target/id");
        var heard = new ArrayList<JsonNode>();
        for (var buyer : buyers) {
            heard.addAll(list(buyer.person().client(), "/notifications?type=order_" + what + "&limit=100"));
        }
        once(orders, heard, "/data/orderId");
        var subjects = list(admin, "/emails?template=" + template + "&limit=100").stream()
                .filter(email -> ON_THEIR_WAY.contains(email.path("status").asString()))
                .map(email -> email.path("subject").asString())
                .toList();
        for (var order : orders) {
            var number = order.path("number").asString();
            assertThat(subjects).filteredOn(subject -> subject.contains(number)).hasSize(1);
        }
    }

    private static void once(List<JsonNode> orders, List<JsonNode> told, String pointer) {
        var counts = told.stream().collect(groupingBy(each -> each.at(pointer).asString(), counting()));
        Map<String, Long> once = orders.stream()
                .map(order -> order.path("id").asString())
                .collect(toMap(Function.identity(), any -> 1L));
        assertThat(counts).containsAllEntriesOf(once);
    }

    private static boolean isPaid(JsonNode order) {
        return order.path("paymentStatus").asString().equals("paid");
    }

    private static int units(List<JsonNode> orders) {
        return orders.stream()
                .flatMap(order -> order.path("items").valueStream())
                .mapToInt(item -> item.path("quantity").asInt())
                .sum();
    }

    private static List<JsonNode> list(Client client, String path) {
        var items = new ArrayList<JsonNode>();
        var next = path;
        while (true) {
            var reply = client.get(next);
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
            reply.body().path("items").forEach(items::add);
            if (reply.body().path("next").isNull()) return items;
            next = path + "&cursor=" + reply.text("next");
        }
    }
}
