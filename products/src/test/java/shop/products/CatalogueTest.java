package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.STORE;
import static shop.products.Shop.items;
import static shop.products.Shop.problem;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import tools.jackson.databind.JsonNode;

/** The catalogue over HTTP: who offers what, and who sees it. */
class CatalogueTest {

    private static final String TEA = """
            {"title": "Black tea", "variants": [{"sku": "TEA-1", "price": {"amount": 700, "currency": "EUR"}}]}""";

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void cartsAskForAllTheirProductsAtOnce() {
        var tea = Shop.id(shop.stocked("TEA-1", 7));
        var gone = shop.product("TEA-2", "Black tea", 700);
        shop.as("ann").delete(gone);

        var asked = "/products/for-sale?ids=%s,%s,prd_none,%s".formatted(tea, Shop.id(gone), tea);
        var offers = items(shop.as("service").get(asked));
        assertThat(offers).hasSize(1);
        assertThat(offers.getFirst().path("id").asString()).isEqualTo(tea);
        assertThat(offers.getFirst().path("storeId").asString()).isEqualTo(STORE);
        assertThat(offers.getFirst().at("/variants/0/available").asInt()).isEqualTo(7);

        shop.store("deactivated", 2);
        assertThat(items(shop.as("service").get(asked))).isEmpty();
        shop.store("published", 3);
        await().untilAsserted(
                        () -> assertThat(items(shop.as("service").get(asked))).hasSize(1));
    }

    @Test
    void cartsAreBoundedAndTheirQuestionIsForSiblingsAlone() {
        problem(shop.as("service").get("/products/for-sale"), 400, "invalid_parameter");
        problem(shop.as("service").get("/products/for-sale?ids=" + "p,".repeat(100) + "p"), 400, "invalid_parameter");
        assertThat(items(shop.as("service").get("/products/for-sale?ids=" + "p,".repeat(99) + "p")))
                .isEmpty();
        problem(shop.as("ann").get("/products/for-sale?ids=p"), 403, "forbidden");
        problem(shop.as("").get("/products/for-sale?ids=p"), 401, "unauthenticated");
    }

    @Test
    void aProductIsOfferedAndRead() {
        var path = shop.product("TEA-1", "Green tea", 499);

        var read = shop.as("").get(path);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.text("title")).isEqualTo("Green tea");
        assertThat(read.text("createdAt")).isEqualTo("2030-01-02T12:00:00.000Z");
        var variant = read.body().path("variants").path(0);
        assertThat(variant.path("price").path("amount").asInt()).isEqualTo(499);
        assertThat(variant.path("availability").asString()).isEqualTo("out_of_stock");
        assertThat(read.body().path("rating").path("count").asInt()).isZero();
        assertThat(shop.as("").send("GET", path, "", "If-None-Match", "\"1\"").status())
                .isEqualTo(304);
        await().untilAsserted(
                        () -> assertThat(shop.heard).extracting(Event::type).contains("product.created"));
        assertThat(items(shop.as("").get("/products/categories"))
                        .getFirst()
                        .path("name")
                        .asString())
                .isEqualTo("Tea");
    }

    @Test
    void onlyWhoWorksInTheStoreOffersAndChanges() {
        var path = shop.product("TEA-1", "Green tea", 499);
        var body = """
                {"storeId": "%s", "title": "Tea", "variants": [{"sku": "X", "price": {"amount": 1, "currency": "EUR"}}]}""".formatted(STORE);

        problem(shop.as("").post("/products", body), 401, "unauthenticated");
        problem(shop.as("cat").post("/products", body), 403, "forbidden");
        problem(shop.as("cat").put(path, TEA, "If-Match", "\"1\""), 403, "forbidden");
        problem(shop.as("cat").delete(path), 403, "forbidden");
        problem(shop.as("cat").get(path + "/stock"), 403, "forbidden");
        problem(shop.as("sue").patch(path, "{}", "If-Match", "\"1\""), 403, "forbidden");
        assertThat(shop.as("sue").get(path + "/stock").status()).isEqualTo(200);
        assertThat(shop.as("bob").put(path, TEA, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(shop.as("root")
                        .patch(path, "{\"brand\": \"Kettle\"}", "If-Match", "\"2\"")
                        .text("brand"))
                .isEqualTo("Kettle");
    }

    @Test
    void anEditNeedsTheVersionItIsMadeTo() {
        var path = shop.product("TEA-1", "Green tea", 499);

        problem(shop.as("ann").put(path, TEA), 428, "precondition_required");
        var replaced = shop.as("ann").put(path, TEA, "If-Match", "\"1\"");
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(replaced.body().path("brand").isMissingNode()).isTrue();
        problem(shop.as("ann").put(path, TEA.replace("700", "701"), "If-Match", "\"1\""), 412, "stale_version");
        assertThat(shop.as("").get(path).body().at("/variants/0/price/amount").asInt())
                .isEqualTo(700);
    }

    @Test
    void aReplacementMayNameItsStoreButNotMoveToAnother() {
        var path = shop.product("TEA-1", "Green tea", 499);
        var same = TEA.replaceFirst("\\{", "{\"storeId\": \"" + STORE + "\", ");

        assertThat(shop.as("ann").put(path, same, "If-Match", "\"1\"").status()).isEqualTo(200);
        var other = shop.as("ann").put(path, same.replace(STORE, "sto_other"), "If-Match", "\"2\"");
        problem(other, 422, "immutable");
        assertThat(other.body().at("/errors/0/pointer").asString()).isEqualTo("/storeId");
    }

    @Test
    void stockMovesTheETagButIsNoReasonToRefuseAnEdit() {
        var path = shop.product("TEA-1", "Green tea", 499);
        shop.as("ann").put(path + "/stock/TEA-1", "{\"onHand\": 7}");

        var read = shop.as("").send("GET", path, "", "If-None-Match", "\"1\"");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.body().at("/variants/0/available").asInt()).isEqualTo(7);
        assertThat(shop.as("ann").put(path, TEA, "If-Match", "\"1\"").status()).isEqualTo(200);
        problem(shop.as("ann").patch(path, "{\"title\": \"x\"}", "If-Match", "\"2\""), 412, "stale_version");
        problem(shop.as("ann").patch(path, "{\"title\": \"x\"}", "If-Match", "\"9\""), 412, "stale_version");
    }

    @Test
    void aMergePatchTakesAwayAndAdds() {
        var path = shop.product("TEA-1", "Green tea", 499);

        var patched = shop.as("ann")
                .patch(
                        path,
                        "{\"brand\": null, \"attributes\": {\"size\": \"100 g\"}}",
                        "If-Match",
                        "\"1\"",
                        "Content-Type",
                        "application/merge-patch+json");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().path("brand").isMissingNode()).isTrue();
        assertThat(patched.body().path("attributes").toString()).isEqualTo("{\"origin\":\"Japan\",\"size\":\"100 g\"}");
    }

    @Test
    void whatIsWrongIsPointedAt() {
        pointed("{\"title\": \"\", \"variants\": []}", "/title", "required");
        pointed("{\"title\": \"x\", \"variants\": []}", "/variants", "required");
        pointed("{\"title\": \"x\", \"variants\": [null]}", "/variants/0", "required");
        pointed(
                variant("\"sku\": \"a b\", \"price\": {\"amount\": 1, \"currency\": \"EUR\"}"),
                "/variants/0/sku",
                "invalid_format");
        pointed(
                variant("\"sku\": \"a\", \"price\": {\"amount\": -1, \"currency\": \"EUR\"}"),
                "/variants/0/price/amount",
                "out_of_range");
        pointed(
                variant("\"sku\": \"a\", \"price\": {\"amount\": 1, \"currency\": \"USD\"}"),
                "/variants/0/price/currency",
                "currency_mismatch");
        pointed(
                variant("\"sku\": \"a\", \"price\": {\"amount\": 1, \"currency\": \"XXY\"}"),
                "/variants/0/price/currency",
                "invalid_currency");
        pointed(
                variant("\"sku\": \"a\", \"price\": {\"amount\": 1, \"currency\": \"EUR\"}, \"available\": 1"),
                "/variants/0/available",
                "unknown_field");
        pointed(
                "{\"title\": \"x\", \"categories\": [\"No Slug\"], \"variants\": []}",
                "/categories/0",
                "invalid_format");
        pointed(
                "{\"title\": \"x\", \"images\": [{\"url\": \"javascript:1\"}], \"variants\": []}",
                "/images/0/url",
                "invalid_format");
        pointed("{\"title\": \"x\", \"attributes\": {\"a\": null}, \"variants\": []}", "/attributes/a", "required");
        pointed(
                "{\"title\": \"x\", \"attributes\": {\"a\\u0000\": \"b\"}, \"variants\": []}",
                "/attributes",
                "invalid_characters");
        pointed(
                "{\"title\": \"x\", \"attributes\": {\"\\ud800\": \"b\"}, \"variants\": []}",
                "/attributes",
                "invalid_characters");
    }

    private static String variant(String members) {
        return "{\"title\": \"x\", \"variants\": [{" + members + "}]}";
    }

    private void pointed(String body, String pointer, String code) {
        var refused = shop.as("ann").post("/products", body.replaceFirst("\\{", "{\"storeId\": \"" + STORE + "\", "));
        problem(refused, 422, code);
        assertThat(refused.error().path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void aSkuIsUniqueInItsStore() {
        shop.product("TEA-1", "Green tea", 499);
        shop.store("sto_other", "published", "EUR", 1);
        var body = """
                {"storeId": "%s", "title": "Tea", "variants": [{"sku": "TEA-1", "price": {"amount": 1, "currency": "EUR"}}]}""";

        problem(shop.as("ann").post("/products", body.formatted(STORE)), 409, "sku_taken");
        assertThat(shop.as("ann").post("/products", body.formatted("sto_other")).status())
                .isEqualTo(201);
    }

    @Test
    void anArchivedProductIsGoneForThePublic() {
        var path = shop.product("TEA-1", "Green tea", 499);

        assertThat(shop.as("ann").delete(path).status()).isEqualTo(204);

        problem(shop.as("").get(path), 404, "product_not_found");
        assertThat(shop.as("ann").get(path).text("status")).isEqualTo("archived");
        assertThat(shop.as("service").get(path).text("status")).isEqualTo("archived");
        assertThat(items(shop.as("").get("/products"))).isEmpty();
        await().untilAsserted(() -> assertThat(shop.last("product.archived")).isPresent());
    }

    @Test
    void aStoreThatIsNotPublishedIsNotSeen() {
        var path = shop.product("TEA-1", "Green tea", 499);
        assertThat(items(shop.as("").get("/products"))).hasSize(1);

        shop.store("deactivated", 2);

        problem(shop.as("").get(path), 404, "product_not_found");
        problem(shop.as("cat").get(path), 404, "product_not_found");
        assertThat(items(shop.as("").get("/products"))).isEmpty();
        assertThat(items(shop.as("ann").get("/products?storeId=" + STORE))).hasSize(1);
        assertThat(shop.as("bob").get(path).status()).isEqualTo(200);

        shop.store("published", 3);
        shop.store("deactivated", 2);

        await().untilAsserted(
                        () -> assertThat(items(shop.as("").get("/products"))).hasSize(1));
        assertThat(shop.as("").get(path).status()).isEqualTo(200);
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        for (int i = 0; i < 5; i++) shop.product("T-" + i, "Tea " + (char) ('e' - i), 100L * (i + 1));
        shop.as("ann").put("/products/" + id("T-2") + "/stock/T-2", "{\"onHand\": 3}");

        assertThat(titles("/products?sort=price")).containsExactly("Tea e", "Tea d", "Tea c", "Tea b", "Tea a");
        assertThat(titles("/products?sort=-price&limit=2")).containsExactly("Tea a", "Tea b");
        assertThat(titles("/products?sort=title")).containsExactly("Tea a", "Tea b", "Tea c", "Tea d", "Tea e");
        assertThat(titles("/products?minPrice=200&maxPrice=300&sort=price")).containsExactly("Tea d", "Tea c");
        assertThat(titles("/products?inStock=true")).containsExactly("Tea c");
        assertThat(titles("/products?brand=Leaf&category=tea&currency=EUR")).hasSize(5);
        assertThat(titles("/products?currency=USD")).isEmpty();
        assertThat(titles("/products?brand=leaf")).isEmpty();
        var first = shop.as("").get("/products?sort=price&limit=3");
        var second = shop.as("").get("/products?sort=price&limit=3&cursor=" + first.text("next"));
        assertThat(items(second))
                .extracting(item -> item.path("title").asString())
                .containsExactly("Tea b", "Tea a");
        assertThat(second.body().path("next").isNull()).isTrue();
        problem(shop.as("").get("/products?minPrice=cheap"), 400, "invalid_parameter");
        problem(shop.as("").get("/products?sort=colour"), 400, "invalid_parameter");
        problem(shop.as("cat").get("/products?status=draft&storeId=" + STORE), 403, "forbidden");
        problem(shop.as("").get("/products?status=draft&storeId=" + STORE), 401, "unauthenticated");
    }

    private String id(String sku) {
        return items(shop.as("").get("/products?limit=100")).stream()
                .filter(item -> item.at("/variants/0/sku").asString().equals(sku))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private java.util.List<String> titles(String query) {
        return items(shop.as("").get(query)).stream()
                .map((JsonNode item) -> item.path("title").asString())
                .toList();
    }

    @Test
    void categoriesAreATree() {
        var root = shop.as("root");
        assertThat(root.put("/products/categories/drinks", "{\"name\": \"Drinks\"}")
                        .status())
                .isEqualTo(200);
        shop.product("TEA-1", "Green tea", 499);
        root.put("/products/categories/tea", "{\"name\": \"Tea\", \"parent\": \"drinks\", \"position\": 2}");

        assertThat(titles("/products?category=drinks")).containsExactly("Green tea");
        problem(root.put("/products/categories/drinks", "{\"name\": \"D\", \"parent\": \"tea\"}"), 422, "cycle");
        problem(
                root.put("/products/categories/x", "{\"name\": \"X\", \"parent\": \"nope\"}"),
                422,
                "category_not_found");
        problem(root.delete("/products/categories/tea"), 409, "category_in_use");
        problem(root.delete("/products/categories/drinks"), 409, "category_in_use");
        problem(root.delete("/products/categories/nope"), 404, "category_not_found");
        problem(shop.as("ann").put("/products/categories/x", "{\"name\": \"X\"}"), 403, "forbidden");
        root.put("/products/categories/empty", "{\"name\": \"Empty\"}");
        assertThat(root.delete("/products/categories/empty").status()).isEqualTo(204);
    }

    @Test
    void whatAPersonLookedAtIsRemembered() {
        var green = shop.product("TEA-1", "Green tea", 499);
        var black = shop.product("TEA-2", "Black tea", 499);
        for (var path : new String[] {green, black, green}) {
            shop.clock.advance(Duration.ofSeconds(1));
            shop.as("cat").get(path);
        }

        assertThat(items(shop.as("cat").get("/products/recently-viewed")))
                .extracting(item -> item.path("title").asString())
                .containsExactly("Green tea", "Black tea");
        assertThat(items(shop.as("bob").get("/products/recently-viewed"))).isEmpty();
        await().untilAsserted(() -> assertThat(shop.heard)
                .filteredOn(event -> event.type().equals("product.viewed"))
                .hasSize(3));
    }

    @Test
    void aRatingIsShownAndAnOlderOneIsNot() {
        var path = shop.product("TEA-1", "Green tea", 499);
        var id = Shop.id(path);

        shop.tell("review.summary_changed", id, 2, java.util.Map.of("productId", id, "average", 4.5, "count", 2));
        shop.tell("review.summary_changed", id, 1, java.util.Map.of("productId", id, "average", 1.0, "count", 1));

        assertThat(shop.as("").get(path).body().at("/rating/average").asDouble())
                .isEqualTo(4.5);
        assertThat(shop.as("").get(path).body().at("/rating/count").asInt()).isEqualTo(2);
    }
}
