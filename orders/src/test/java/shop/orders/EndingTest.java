package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.orders.House.MUG;
import static shop.orders.House.TEA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Contracts;

/** How orders end before their time: cancelled, expired, or because a store has closed. */
class EndingTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void theCustomerChangesTheirMind() {
        var order = house.placed("card", TEA);
        var cancelled = cancel("ann", order);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("cancelled");
        assertThat(cancelled.text("paymentStatus")).isEqualTo("pending");
        assertThat(cancelled.body().at("/availableActions").toString()).isEqualTo("[]");
        assertThat(cancel("ann", order).header("ETag")).isEqualTo(cancelled.header("ETag"));
        await().untilAsserted(() -> assertThat(house.told()).containsExactly("order.placed", "order.cancelled"));
    }

    @Test
    void whatWasPaidGoesBack() {
        var order = house.paid(TEA);
        house.post("bob", order + "/refunds", """
                {"amount": {"amount": 98, "currency": "EUR"}, "reason": "late"}""");

        var cancelled = cancel("bob", order);

        assertThat(cancelled.text("paymentStatus")).isEqualTo("refunded");
        assertThat(cancelled.body().at("/payment/refunded/amount").asLong()).isEqualTo(998);
        await().untilAsserted(() -> assertThat(house.told())
                .containsExactly("order.placed", "order.paid", "order.refunded", "order.cancelled", "order.refunded"));
    }

    @Test
    void whatIsSentCannotBeCancelled() {
        var order = house.paid(TEA);
        house.ship("bob", order, "sto_1");

        assertThat(cancel("ann", order).text("code")).isEqualTo("already_shipped");
        assertThat(cancel("root", order).status()).isEqualTo(409);
    }

    @Test
    void nobodyElseCancels() {
        var order = house.placed("card", TEA, MUG);

        assertThat(cancel("sue", order).status()).isEqualTo(403);
        assertThat(cancel("bob", order).status())
                .as("no store decides for another")
                .isEqualTo(403);
        assertThat(cancel("cat", order).status()).as("cat sells all of it").isEqualTo(200);
        assertThat(cancel("root", house.placed("card", TEA, MUG)).status()).isEqualTo(200);
    }

    @Test
    void aStaleVersionIsNotCancelled() {
        var order = house.placed("card", TEA);

        var refused = house.as("ann").post(order + "/cancel", "{\"reason\": \"x\"}", "If-Match", "\"9\"");
        assertThat(refused.status()).isEqualTo(412);
        assertThat(house.as("ann")
                        .post(order + "/cancel", "{\"reason\": \"x\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCancelledOrderIsOver() {
        var order = house.placed("card", TEA);
        cancel("ann", order);

        assertThat(house.pay(order, "tok_ok").text("code")).isEqualTo("order_cancelled");
        assertThat(house.ship("bob", order, "sto_1").text("code")).isEqualTo("order_cancelled");
        assertThat(cancel("ann", house.placed("card", TEA), "")
                        .error()
                        .path("pointer")
                        .asString())
                .isEqualTo("/reason");
    }

    @Test
    void whatNobodyPaysExpires() {
        var card = house.placed("card", TEA);
        var invoice = house.placed("invoice", TEA);
        var paid = house.paid(TEA);

        house.clock.advance(Duration.ofMinutes(30));

        await().untilAsserted(() -> assertThat(read(card).text("status")).isEqualTo("cancelled"));
        assertThat(read(card).body().at("/timeline/1/type").asString()).isEqualTo("expired");
        assertThat(read(invoice).text("status")).isEqualTo("placed");
        assertThat(read(paid).text("status")).isEqualTo("placed");
        await().untilAsserted(
                        () -> assertThat(house.told()).endsWith("order.expired").hasSize(5));
    }

    @Test
    void whileAProviderThinksNothingExpires() {
        var order = house.placed("card", TEA);
        house.clock.advance(Duration.ofMinutes(29));
        house.pay(order, "tok_timeout");
        house.clock.advance(Duration.ofMinutes(2));

        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isEqualTo("paid"));
        assertThat(read(order).text("status")).isEqualTo("placed");
    }

    @Test
    void whatIsNoLongerKeptExpiresUnlessItIsPaid() {
        var open = house.placed("card", TEA);
        var paid = house.paid(TEA);

        for (var order : List.of(open, paid)) {
            house.hear("reservation.expired", id(order), 2, Map.of("orderId", id(order)));
            house.hear("reservation.expired", id(order), 2, Map.of("orderId", id(order)));
        }
        house.bus.publish(List.of(Contracts.sample("reservation.expired"))); // an order that never came about

        assertThat(read(open).text("status")).isEqualTo("cancelled");
        assertThat(read(open).header("ETag")).isEqualTo("\"2\"");
        assertThat(read(paid).text("status")).isEqualTo("placed");
    }

    @Test
    void aClosedStoreCancelsWhatItSellsAloneAndHasNotSent() {
        var alone = house.paid(TEA);
        var shared = house.placed("card", TEA, MUG);
        var sent = house.paid(TEA);
        house.ship("bob", sent, "sto_1");

        var closed = Map.of("storeId", "sto_1", "ownerId", "bob", "staffIds", List.of(), "status", "closed");
        house.hear("store.closed", "sto_1", 7, closed);
        house.hear("store.closed", "sto_1", 7, closed);

        assertThat(read(alone).text("status")).isEqualTo("cancelled");
        assertThat(read(alone).text("paymentStatus")).isEqualTo("refunded");
        assertThat(read(shared).text("status")).isEqualTo("placed");
        assertThat(read(sent).text("status")).isEqualTo("placed");
    }

    private Reply cancel(String name, String order) {
        return cancel(name, order, "changed my mind");
    }

    private Reply cancel(String name, String order, String reason) {
        return house.as(name).post(order + "/cancel", "{\"reason\": \"" + reason + "\"}");
    }

    private Reply read(String order) {
        return house.as("ann").get(order);
    }

    private static String id(String order) {
        return order.substring("/orders/".length());
    }
}
