package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.orders.House.MUG;
import static shop.orders.House.TEA;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** The goods, over HTTP. */
class ShippingTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void anOrderIsSentArrivesAndIsCompleted() {
        var order = house.paid(TEA);

        var sent = house.ship("bob", order, "sto_1");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("fulfilmentStatus")).isEqualTo("shipped");
        assertThat(sent.body().at("/shipments/0/lines").toString()).isEqualTo("[{\"sku\":\"TEA\",\"quantity\":2}]");
        assertThat(sent.body().at("/availableActions").toString()).contains("mark_delivered");

        var arrived = deliver("cat", order, 1);
        assertThat(arrived.status()).isEqualTo(200);
        assertThat(arrived.text("fulfilmentStatus")).isEqualTo("delivered");
        assertThat(arrived.text("status")).isEqualTo("completed");
        assertThat(house.as("ann").get(order).body().at("/timeline").toString()).contains("\"completed\"");
        await().untilAsserted(() -> assertThat(house.told())
                .containsExactly("order.placed", "order.paid", "order.shipped", "order.delivered"));
    }

    @Test
    void anArrivalIsToldOnce() {
        var order = house.paid(TEA);
        house.ship("bob", order, "sto_1");
        deliver("bob", order, 1);
        var again = deliver("bob", order, 1);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"5\"");
        assertThat(deliver("bob", order, 2).text("code")).isEqualTo("shipment_not_found");
        assertThat(house.post("bob", order + "/shipments/first/delivered", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void anOrderIsSentInParts() {
        var order = house.paid(TEA, MUG);

        var part = ship("bob", order, "sto_1", "TEA", 1);
        assertThat(part.text("fulfilmentStatus")).isEqualTo("partially_shipped");
        assertThat(ship("bob", order, "sto_1", "TEA", 2).text("code")).isEqualTo("exceeds_unshipped");
        assertThat(house.ship("bob", order, "sto_1")
                        .body()
                        .at("/shipments/1/lines/0/quantity")
                        .asInt())
                .isEqualTo(1);
        assertThat(house.ship("bob", order, "sto_1").text("code")).isEqualTo("already_shipped");
        assertThat(house.ship("cat", order, "sto_2").text("fulfilmentStatus")).isEqualTo("shipped");

        deliver("bob", order, 1);
        deliver("bob", order, 2);
        assertThat(house.as("ann").get(order).text("status")).isEqualTo("placed");
        assertThat(deliver("cat", order, 3).text("status")).isEqualTo("completed");
    }

    @Test
    void aCardIsChargedFirst() {
        var order = house.placed("card", TEA);

        var refused = house.ship("bob", order, "sto_1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("not_paid");
        assertThat(house.ship("bob", house.placed("invoice", TEA), "sto_1").status())
                .isEqualTo(201);
    }

    @Test
    void whatIsPaidAtTheDoorIsCompletedWhenItIsPaid() {
        var order = house.placed("cash_on_delivery", TEA);
        house.ship("bob", order, "sto_1");
        assertThat(deliver("bob", order, 1).text("status")).isEqualTo("placed");

        assertThat(house.post("bob", order + "/payments", "{}").text("status")).isEqualTo("completed");
    }

    @Test
    void aStoreSendsItsOwnGoodsOnly() {
        var order = house.paid(TEA, MUG);

        assertThat(house.ship("bob", order, "sto_2").status()).isEqualTo(403);
        assertThat(house.ship("ann", order, "sto_1").status()).isEqualTo(403);
        assertThat(house.ship("sue", order, "sto_1").status()).isEqualTo(403);
        assertThat(house.ship("root", order, "sto_9").error().path("pointer").asString())
                .isEqualTo("/storeId");
        house.ship("cat", order, "sto_2");
        assertThat(deliver("bob", order, 1).status()).isEqualTo(404);
        assertThat(house.ship("root", order, "sto_1").status()).isEqualTo(201);
    }

    @Test
    void whatIsWrongWithAShipmentIsPointedAt() {
        var order = house.paid(TEA);

        assertThat(house.ship("bob", order, " ").error().path("pointer").asString())
                .isEqualTo("/storeId");
        assertThat(ship("bob", order, "sto_1", "TEA", 0).error().path("pointer").asString())
                .isEqualTo("/lines/0/quantity");
        assertThat(ship("bob", order, "sto_1", "GOLD", 1).status()).isEqualTo(409);
    }

    @Test
    void goodsComeBack() {
        var order = house.paid(TEA);
        assertThat(takeBack("bob", order, "TEA", 1).text("code")).isEqualTo("exceeds_shipped");
        house.ship("bob", order, "sto_1");
        deliver("bob", order, 1);

        var one = takeBack("bob", order, "TEA", 1);
        assertThat(one.status()).isEqualTo(201);
        assertThat(one.text("fulfilmentStatus")).isEqualTo("delivered");
        assertThat(takeBack("bob", order, "TEA", 2).status()).isEqualTo(409);
        assertThat(takeBack("cat", order, "TEA", 1).text("fulfilmentStatus")).isEqualTo("returned");
        assertThat(takeBack("ann", order, "TEA", 1).status()).isEqualTo(403);
        await().untilAsserted(() -> assertThat(house.told()).endsWith("order.returned", "order.returned"));
        var told = house.heard.getLast().data();
        assertThat(told.at("/returned/restock").asBoolean()).isTrue();
        assertThat(told.at("/returned/storeId").asString()).isEqualTo("sto_1");
    }

    @Test
    void whatIsNotInTheOrderDoesNotComeBack() {
        var order = house.paid(TEA);
        house.ship("bob", order, "sto_1");

        var refused = takeBack("bob", order, "GOLD", 1);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("unknown_sku");
    }

    @Test
    void everybodySeesWhereItIs() {
        var order = house.paid(TEA);
        house.ship("bob", order, "sto_1");

        var tracking = house.as("ann").get(order + "/tracking");
        assertThat(tracking.status()).isEqualTo(200);
        assertThat(tracking.text("fulfilmentStatus")).isEqualTo("shipped");
        assertThat(tracking.body().at("/shipments/0/trackingNumber").asString()).isEqualTo("JD014600003");
    }

    private Reply deliver(String name, String order, int number) {
        return house.post(name, order + "/shipments/" + number + "/delivered", "{}");
    }

    private Reply ship(String name, String order, String storeId, String sku, int quantity) {
        return house.post(name, order + "/shipments", """
                {"storeId": "%s", "carrier": "DHL", "trackingNumber": "1", "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(storeId, sku, quantity));
    }

    private Reply takeBack(String name, String order, String sku, int quantity) {
        return house.post(name, order + "/returns", """
                {"lines": [{"sku": "%s", "quantity": %d}], "reason": "wrong colour", "restock": true}""".formatted(sku, quantity));
    }
}
