package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.orders.House.ADDRESS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.orders.domain.Catalogue.Product;
import shop.orders.domain.Catalogue.Variant;
import shop.orders.domain.Item.Option;
import shop.platform.Money;
import shop.platform.testing.Client.Reply;

/** The cart, over HTTP. */
class CartTest {

    private static final String CHECKOUT = """
            {"shippingAddress": %s, "payment": {"method": "card"}}""".formatted(ADDRESS);

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aCartBeginsEmptyAndIsPricedByTheCatalogue() {
        assertThat(cart().body().path("items").size()).isZero();
        assertThat(cart().header("ETag")).isEqualTo("\"0\"");

        put("tea", 1);
        var filled = put("tea", 3);
        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.body()).isEqualTo(cart().body());
        assertThat(filled.body().at("/items/0/quantity").asInt()).isEqualTo(3);
        assertThat(filled.body().at("/items/0/sku").asString()).isEqualTo("TEA");
        assertThat(filled.body().at("/totals/grand/amount").asLong()).isEqualTo(3 * 499);
        assertThat(filled.body().path("ready").asBoolean()).isTrue();
        assertThat(house.as("bob").get("/orders/cart").body().path("items").size())
                .isZero();
    }

    @Test
    void whatStandsInTheWayIsListedByLine() {
        put("tea", 11);
        put("rice", 1);
        put("mug", 1);
        house.catalogue.without("mug");

        var problems = cart().body();
        assertThat(problems.at("/items/0/problems/0/code").asString()).isEqualTo("insufficient_stock");
        assertThat(problems.at("/items/1/problems/0/code").asString()).isEqualTo("mixed_currencies");
        assertThat(problems.at("/items/2/problems/0/code").asString()).isEqualTo("not_for_sale");
        assertThat(problems.path("ready").asBoolean()).isFalse();
        assertThat(checkOut("one").status()).isEqualTo(409);
        assertThat(cart().body().path("items").size()).isEqualTo(3);
    }

    @Test
    void variantsHaveLinesOfTheirOwn() {
        var small = new Variant("S", List.of(new Option("size", "S")), new Money(100, "EUR"), 5);
        var large = new Variant("L", List.of(new Option("size", "L")), new Money(120, "EUR"), 5);
        house.catalogue.with(new Product("shirt", "sto_1", "Shirt", List.of(small, large)));

        assertThat(put("shirt", 1).error().path("pointer").asString()).isEqualTo("/sku");
        assertThat(putVariant("XL").text("code")).isEqualTo("unknown_sku");
        putVariant("S");
        var both = putVariant("L");
        assertThat(both.body().path("items").size()).isEqualTo(2);
        assertThat(both.body().at("/items/1/options/size").asString()).isEqualTo("L");

        assertThat(house.as("ann").delete("/orders/cart/items/shirt?sku=S").status())
                .isEqualTo(204);
        assertThat(cart().body().path("items").size()).isEqualTo(1);
        assertThat(house.as("ann").delete("/orders/cart/items/shirt").status()).isEqualTo(204);
        assertThat(cart().body().path("items").size()).isZero();
        assertThat(house.as("ann").delete("/orders/cart/items/shirt").status()).isEqualTo(204);
    }

    @Test
    void onlyWhatIsForSaleGoesIn() {
        assertThat(put("gold", 1).text("code")).isEqualTo("product_not_found");
        assertThat(put("tea", 0).error().path("pointer").asString()).isEqualTo("/quantity");
        assertThat(house.as("").get("/orders/cart").status()).isEqualTo(401);
    }

    @Test
    void aStaleCartIsNotChangedWhenTheVersionIsNamed() {
        put("tea", 1);
        var refused = house.as("ann").put("/orders/cart/items/tea", "{\"quantity\": 2}", "If-Match", "\"9\"");

        assertThat(refused.status()).isEqualTo(412);
    }

    @Test
    void aCartIsBought() {
        put("tea", 2);
        put("mug", 1);

        var bought = checkOut("one");
        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.body().at("/totals/grand/amount").asLong()).isEqualTo(2 * 499 + 1200);
        assertThat(house.as("ann").get(bought.header("Location")).status()).isEqualTo(200);
        assertThat(cart().body().path("items").size()).isZero();
        assertThat(checkOut("one").body()).isEqualTo(bought.body());
        assertThat(checkOut("two").text("code")).isEqualTo("cart_empty");
    }

    @Test
    void anotherTotalThanExpectedIsNoDeal() {
        put("tea", 2);
        var refused = house.post("ann", "/orders/cart/checkout", CHECKOUT.replaceFirst("\\{", """
                {"expectedTotal": {"amount": 1, "currency": "EUR"},"""));

        assertThat(refused.text("code")).isEqualTo("price_changed");
        assertThat(cart().body().path("items").size()).isEqualTo(1);
    }

    @Test
    void manyHandsFillOneCart() {
        IntStream.range(0, 12).forEach(i -> house.catalogue.with("p" + i, "sto_1", new Money(1, "EUR"), 9));

        IntStream.range(0, 12).parallel().forEach(i -> put("p" + i, 1));

        assertThat(cart().body().path("items").size()).isEqualTo(12);
    }

    private Reply cart() {
        return house.as("ann").get("/orders/cart");
    }

    private Reply put(String product, int quantity) {
        return house.as("ann").put("/orders/cart/items/" + product, "{\"quantity\": " + quantity + "}");
    }

    private Reply putVariant(String sku) {
        return house.as("ann").put("/orders/cart/items/shirt", "{\"sku\": \"" + sku + "\", \"quantity\": 1}");
    }

    private Reply checkOut(String key) {
        return house.as("ann").post("/orders/cart/checkout", CHECKOUT, "Idempotency-Key", key);
    }
}
