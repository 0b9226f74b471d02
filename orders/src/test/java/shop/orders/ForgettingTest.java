package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.orders.House.TEA;

import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of people, and what is left when they go. */
class ForgettingTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aPersonWhoLeavesLeavesNothingBehind() {
        var cancelled = house.paid(TEA);
        house.as("ann").post(cancelled + "/cancel", "{\"reason\": \"Ann Lee wants none\"}");
        var sent = house.paid(TEA);
        house.post("bob", sent + "/refunds", """
                {"amount": {"amount": 1, "currency": "EUR"}, "reason": "for Ann Lee"}""");
        house.ship("bob", sent, "sto_1");
        house.post("bob", sent + "/shipments/1/delivered", "{}");
        house.post("bob", sent + "/returns", """
                {"lines": [{"sku": "TEA", "quantity": 1}], "reason": "Ann Lee hates it"}""");
        house.as("ann").put("/orders/cart/items/tea", "{\"quantity\": 1}");
        assertThat(everything()).contains("Ann Lee", "Main Street");

        leave();
        leave();

        assertThat(everything()).doesNotContain("Ann Lee", "Main Street", "10115");
        assertThat(house.as("sue").get(sent).body().at("/totals/grand/amount").asLong())
                .isEqualTo(998);
        assertThat(house.as("sue")
                        .get(sent)
                        .body()
                        .at("/shippingAddress/country")
                        .asString())
                .isEqualTo("DE");
        assertThat(house.as("ann").get("/orders/cart").body().path("items").size())
                .isZero();
    }

    @Test
    void anOrderUnderWayKeepsItsAddressUntilItIsDone() {
        var order = house.paid(TEA);
        leave();
        assertThat(house.as("bob")
                        .get(order)
                        .body()
                        .at("/shippingAddress/fullName")
                        .asString())
                .isEqualTo("Ann Lee");

        house.ship("bob", order, "sto_1");
        assertThat(everything()).contains("Ann Lee");
        house.post("bob", order + "/shipments/1/delivered", "{}");

        assertThat(everything()).doesNotContain("Ann Lee", "Main Street");
    }

    @Test
    void othersAreNotForgotten() {
        house.post("bob", "/orders", House.order("invoice", TEA));
        leave();

        assertThat(everything()).contains("Ann Lee"); // bob sends his to her
    }

    @Test
    void whatIsKeptOfAPersonIsHandedToSiblingsOnly() {
        var order = house.paid(TEA);
        house.as("ann").put("/orders/cart/items/tea", "{\"quantity\": 1}");

        var export = house.as("service").get("/orders/export/ann");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.body().at("/orders/0/id").asString()).isEqualTo(order.substring("/orders/".length()));
        assertThat(export.body().at("/orders/0/shippingAddress/fullName").asString())
                .isEqualTo("Ann Lee");
        assertThat(export.body().at("/cart/0/productId").asString()).isEqualTo("tea");
        assertThat(house.as("service")
                        .get("/orders/export/bob")
                        .body()
                        .path("orders")
                        .size())
                .isZero();
        assertThat(house.as("root").get("/orders/export/ann").status()).isEqualTo(403);
    }

    private void leave() {
        house.hear("user.deleted", "ann", 9, Map.of("userId", "ann"));
    }

    /** Every document of every collection of this service, in its own words. */
    private String everything() {
        var database = house.platform.database("orders");
        var all = new StringBuilder();
        for (var name : database.listCollectionNames()) {
            database.getCollection(name).find().map(Document::toJson).forEach(all::append);
        }
        return all.toString();
    }
}
