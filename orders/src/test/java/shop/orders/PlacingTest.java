package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.orders.House.ADDRESS;
import static shop.orders.House.MUG;
import static shop.orders.House.TEA;
import static shop.orders.House.order;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** Placing orders, over HTTP. */
class PlacingTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void anOrderIsPlacedAtThePricesOfTheCatalogueAndRead() {
        var placed = place(order("card", TEA, MUG));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("ETag")).isEqualTo("\"1\"");
        assertThat(placed.text("number")).matches("2030-[0-9A-Z]{6}-[0-9A-Z]{6}");
        assertThat(placed.text("status")).isEqualTo("placed");
        assertThat(placed.text("paymentStatus")).isEqualTo("pending");
        assertThat(placed.text("fulfilmentStatus")).isEqualTo("unfulfilled");
        assertThat(placed.body().at("/totals/grand/amount").asLong()).isEqualTo(2 * 499 + 1200);
        assertThat(placed.body().at("/totals/tax/amount").asLong(-1)).isZero();
        assertThat(placed.body().at("/items/0/sku").asString()).isEqualTo("TEA");
        assertThat(placed.body().at("/items/0/total/amount").asLong()).isEqualTo(998);
        assertThat(placed.body().at("/payment/provider").asString()).isEqualTo("sandbox");
        assertThat(placed.body().at("/timeline/0/type").asString()).isEqualTo("placed");
        assertThat(placed.text("createdAt")).isEqualTo("2030-01-02T12:00:00.000Z");
        assertThat(house.as("ann").get(placed.header("Location")).body()).isEqualTo(placed.body());
        await().untilAsserted(() -> assertThat(house.told()).containsExactly("order.placed"));
    }

    @Test
    void goodsAreHeldForAsLongAsTheCustomerMayPay() {
        var card = place(order("card", TEA)).text("id");
        var invoice = place(order("invoice", TEA)).text("id");

        assertThat(house.catalogue.hold(card).orElseThrow().expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(house.catalogue.hold(invoice).orElseThrow().expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void aLineThatCannotBeHadIsNamed() {
        var refused = place(order("card", MUG, "{\"productId\": \"tea\", \"quantity\": 11}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("insufficient_stock");
        assertThat(refused.error().path("pointer").asString()).isEqualTo("/items/1");
        assertThat(place(order("card", "{\"productId\": \"gold\", \"quantity\": 1}"))
                        .text("code"))
                .isEqualTo("not_for_sale");
        assertThat(house.catalogue.held()).isZero();
    }

    @Test
    void anotherTotalThanExpectedIsNoDeal() {
        var wanted =
                order("card", TEA).replaceFirst("\\{", "{\"expectedTotal\": {\"amount\": 900, \"currency\": \"EUR\"},");
        var refused = place(wanted);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("price_changed");
        assertThat(refused.body().at("/expectedTotal/amount").asLong()).isEqualTo(900);
        assertThat(refused.body().at("/total/amount").asLong()).isEqualTo(998);
        assertThat(house.catalogue.held()).isZero();
        assertThat(place(wanted.replace("900", "998")).status()).isEqualTo(201);
    }

    @Test
    void anOrderHasOneCurrency() {
        var refused = place(order("card", TEA, "{\"productId\": \"rice\", \"quantity\": 1}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("mixed_currencies");
        assertThat(refused.error().path("pointer").asString()).isEqualTo("/items/1");
        assertThat(house.catalogue.held()).isZero();
    }

    @Test
    void whatIsWrongIsPointedAt() {
        assertWrong(order("card"), "required", "/items");
        assertWrong(order("card", "{\"productId\": \"tea\", \"quantity\": 0}"), "out_of_range", "/items/0/quantity");
        assertWrong(order("card", "{\"productId\": \"a/b\", \"quantity\": 1}"), "invalid_format", "/items/0/productId");
        assertWrong(order("card", TEA, TEA), "duplicate_item", "/items/1");
        assertWrong(order("cheque", TEA), "invalid_value", "/payment/method");
        assertWrong(
                order("card", TEA).replace("\"country\": \"DE\"", "\"country\": \"XX\""),
                "invalid_value",
                "/shippingAddress/country");
        assertWrong(order("card", TEA).replace("\"Ann Lee\"", "\" \""), "required", "/shippingAddress/fullName");
        assertWrong(order("card", TEA).replace(ADDRESS, "null"), "required", "/shippingAddress");
        assertWrong(order("card", TEA).replaceFirst("\\{", "{\"price\": 1,"), "unknown_field", "/price");
    }

    @Test
    void anAddressMayComeFromTheBook() {
        var placed =
                place(order("card", TEA).replace("\"shippingAddress\": " + ADDRESS, "\"addressId\": \"adr_home\""));
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.body().at("/shippingAddress/fullName").asString()).isEqualTo("Ann Lee");

        assertWrong(
                order("card", TEA).replace("\"shippingAddress\": " + ADDRESS, "\"addressId\": \"adr_none\""),
                "address_not_found",
                "/addressId");
        assertWrong(
                order("card", TEA).replaceFirst("\\{", "{\"addressId\": \"adr_home\","), "invalid_value", "/addressId");
    }

    @Test
    void aKeyIsRequiredAndTheSameRequestIsTheSameOrder() {
        assertThat(house.as("ann").post("/orders", order("card", TEA)).text("code"))
                .isEqualTo("idempotency_key_required");

        var first = house.as("ann").post("/orders", order("card", TEA), "Idempotency-Key", "one");
        var second = house.as("ann").post("/orders", order("card", TEA), "Idempotency-Key", "one");

        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(house.as("bob")
                        .post("/orders", order("card", TEA), "Idempotency-Key", "one")
                        .text("id"))
                .isNotEqualTo(first.text("id"));
    }

    @Test
    void withoutProductsThereIsNoOrderAndTheSameRequestMayComeAgain() {
        house.catalogue.away(true);
        var refused = house.as("ann").post("/orders", order("card", TEA), "Idempotency-Key", "one");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();

        house.catalogue.away(false);
        assertThat(house.as("ann")
                        .post("/orders", order("card", TEA), "Idempotency-Key", "one")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everyRouteIsInTheDocument() {
        var document = house.as("").get("/openapi.json");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.body().path("paths").propertyNames())
                .contains("/orders", "/orders/cart/checkout", "/orders/{id}/payments", "/orders/{id}/returns");
        assertThat(house.as("root").get("/orders/dead-letters").status()).isEqualTo(200);
    }

    @Test
    void strangersPlaceNothing() {
        assertThat(house.post("", "/orders", order("card", TEA)).status()).isEqualTo(401);
        assertThat(house.as("").get("/orders").status()).isEqualTo(401);
    }

    private Reply place(String json) {
        return house.post("ann", "/orders", json);
    }

    private void assertWrong(String json, String code, String pointer) {
        var refused = place(json);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(refused.error().path("pointer").asString()).isEqualTo(pointer);
    }
}
