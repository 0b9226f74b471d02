package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.orders.House.MUG;
import static shop.orders.House.TEA;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** Two hands on one order at once: one of them is first, and the other finds what that one left. */
class RacesTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void ofManyRequestsWithOneKeyOnePlaces() throws Exception {
        var replies =
                many(8, () -> house.as("ann").post("/orders", House.order("card", TEA), "Idempotency-Key", "one"));

        assertThat(replies)
                .allMatch(each -> each.status() == 201 || each.text("code").equals("idempotency_in_progress"));
        assertThat(replies.stream().filter(each -> each.status() == 201).map(each -> each.text("id")))
                .isNotEmpty()
                .containsOnly(items(house.as("ann").get("/orders")).getFirst());
        assertThat(house.catalogue.held()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(house.told()).containsExactly("order.placed"));
    }

    @Test
    void ofManyCancelsOneCancelsAndPaysBackOnce() throws Exception {
        var order = house.paid(TEA);

        var replies = many(8, () -> cancel(order));

        assertThat(replies).allMatch(each -> each.status() == 200);
        assertThat(read(order).text("paymentStatus")).isEqualTo("refunded");
        assertThat(read(order).body().at("/payment/refunded/amount").asLong()).isEqualTo(998);
        await().untilAsserted(() -> assertThat(house.told())
                .containsExactlyInAnyOrder("order.placed", "order.paid", "order.cancelled", "order.refunded"));
    }

    @RepeatedTest(3)
    void whatIsPaidWhileItIsCancelledIsPaidBack() throws Exception {
        var order = house.placed("card", TEA);

        var replies = atOnce(() -> cancel(order), () -> house.pay(order, "tok_ok"));

        assertThat(replies.getFirst().status()).isEqualTo(200);
        assertThat(replies.getLast().status()).isIn(201, 409);
        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isIn("refunded", "pending"));
        assertThat(read(order).text("status")).isEqualTo("cancelled");
        assertThat(kept(order)).isZero();
    }

    @RepeatedTest(3)
    void whatIsSentIsNotCancelledAndWhatIsCancelledIsNotSent() throws Exception {
        var order = house.paid(TEA);

        var replies = atOnce(() -> cancel(order), () -> house.ship("bob", order, "sto_1"));

        var cancelled = replies.getFirst().status() == 200;
        assertThat(replies.getFirst().status()).isIn(200, 409);
        assertThat(replies.getLast().status()).isEqualTo(cancelled ? 409 : 201);
        assertThat(read(order).text("status")).isEqualTo(cancelled ? "cancelled" : "placed");
        assertThat(read(order).text("fulfilmentStatus")).isEqualTo(cancelled ? "unfulfilled" : "shipped");
        assertThat(kept(order)).isEqualTo(cancelled ? 0 : 998);
    }

    @RepeatedTest(3)
    void whatIsPaidWhileItExpiresIsEitherSoldOrPaidBack() throws Exception {
        var order = house.placed("card", TEA);
        var id = order.substring(order.lastIndexOf('/') + 1);

        var replies = atOnce(
                () -> {
                    house.hear("reservation.expired", id, 2, Map.of("orderId", id));
                    return read(order);
                },
                () -> house.pay(order, "tok_ok"));

        assertThat(replies.getLast().status()).isIn(201, 409);
        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isIn("paid", "refunded", "pending"));
        var sold = read(order).text("status").equals("placed");
        assertThat(kept(order)).isEqualTo(sold ? 998 : 0);
    }

    @Test
    void aUnitIsSentOnceAndComesBackOnce() throws Exception {
        var order = house.paid(TEA); // two of them
        var one = "\"lines\": [{\"sku\": \"TEA\", \"quantity\": 1}]";

        var sent = many(6, () -> house.post("bob", order + "/shipments", """
                {"storeId": "sto_1", "carrier": "DHL", "trackingNumber": "1", %s}""".formatted(one)));
        assertThat(sent.stream().filter(each -> each.status() == 201)).hasSize(2);
        assertThat(read(order).text("fulfilmentStatus")).isEqualTo("shipped");

        var back = many(6, () -> house.post("bob", order + "/returns", """
                {"reason": "wrong colour", "restock": true, %s}""".formatted(one)));
        assertThat(back.stream().filter(each -> each.status() == 201)).hasSize(2);
        assertThat(read(order).text("fulfilmentStatus")).isEqualTo("returned");
        await().untilAsserted(() -> assertThat(Collections.frequency(house.told(), "order.returned"))
                .isEqualTo(2));
    }

    @Test
    void storesSendTheirPartsAtOnce() throws Exception {
        var order = house.paid(TEA, MUG);

        var replies = atOnce(() -> house.ship("bob", order, "sto_1"), () -> house.ship("cat", order, "sto_2"));

        assertThat(replies).allMatch(each -> each.status() == 201);
        assertThat(read(order).text("fulfilmentStatus")).isEqualTo("shipped");
        assertThat(read(order)
                        .body()
                        .path("shipments")
                        .valueStream()
                        .map(each -> each.path("number").asInt()))
                .containsExactly(1, 2);
    }

    /** The money the shop has of an order. */
    private long kept(String order) {
        var status = read(order).text("paymentStatus");
        if (status.equals("pending")) return 0;
        var payment = read(order).body().path("payment");
        return 998 - payment.at("/refunded/amount").asLong();
    }

    private Reply cancel(String order) {
        return house.post("ann", order + "/cancel", "{\"reason\": \"changed my mind\"}");
    }

    private Reply read(String order) {
        return house.as("ann").get(order);
    }

    private static List<String> items(Reply list) {
        return list.body()
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static List<Reply> many(int times, Callable<Reply> doing) throws Exception {
        return all(Collections.nCopies(times, doing));
    }

    private static List<Reply> atOnce(Callable<Reply> one, Callable<Reply> other) throws Exception {
        return all(List.of(one, other));
    }

    private static List<Reply> all(List<Callable<Reply>> some) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(some).stream().map(Future::resultNow).toList();
        }
    }
}
