package shop.products;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.STORE;
import static shop.products.Shop.items;
import static shop.products.Shop.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;
import tools.jackson.databind.JsonNode;

/** Whole catalogues at once. */
class ImportTest {

    private static final String GREEN = """
            {"sku": "TEA-1", "title": "Green tea", "categories": ["Hot Drinks", "tea"], "brand": "Leaf", "attributes": {"origin": "Japan"}, \
            "price": {"amount": 499, "currency": "EUR"}, "images": [{"url": "https://images.example/1.jpg", "alt": "Tea"}], "onHand": 7}
            """;

    private final Shop shop = new Shop(Map.of("PRODUCTS_IMPORT_MEGABYTES", "1"));

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void productsAreMadeWithTheirStockAndCategories() {
        var job = imported("application/x-ndjson", GREEN);

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(job.path("processed").asInt()).isEqualTo(1);
        assertThat(job.path("created").asInt()).isEqualTo(1);
        assertThat(job.path("finishedAt").asString()).isNotEmpty();
        var product = items(shop.as("").get("/products")).getFirst();
        assertThat(product.path("categories").toString()).isEqualTo("[\"hot-drinks\",\"tea\"]");
        assertThat(product.at("/variants/0/available").asInt()).isEqualTo(7);
        assertThat(items(shop.as("").get("/products/categories")))
                .extracting(category -> category.path("name").asString())
                .containsExactly("Hot Drinks", "Tea");
        var path = "/products/" + product.path("id").asString();
        assertThat(shop.movements(path).getFirst().path("type").asString()).isEqualTo("import");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherPriceChangesThat() {
        imported("application/x-ndjson", GREEN);
        var before = items(shop.as("").get("/products")).getFirst();

        var again = imported("application/x-ndjson", GREEN);
        assertThat(again.path("updated").asInt()).isEqualTo(1);
        assertThat(items(shop.as("").get("/products")).getFirst()).isEqualTo(before);
        imported(
                "application/x-ndjson",
                "{\"sku\": \"TEA-1\", \"title\": \"Greener tea\", \"price\": {\"amount\": 1, \"currency\": \"EUR\"}, \"onHand\": 9}");

        var after = items(shop.as("").get("/products"));
        assertThat(after).hasSize(1);
        assertThat(after.getFirst().path("title").asString()).isEqualTo("Greener tea");
        assertThat(after.getFirst().path("brand").asString()).isEqualTo("Leaf");
        assertThat(after.getFirst().at("/variants/0/price/amount").asInt()).isEqualTo(1);
        assertThat(after.getFirst().at("/variants/0/available").asInt()).isEqualTo(9);
    }

    @Test
    void aWrongLineDoesNotStopTheOthersAndIsNamed() {
        var job = imported("application/x-ndjson", """
                {"sku": "A", "title": "A", "price": {"amount": 1, "currency": "EUR"}, "onHand": 1}
                nonsense

                {"sku": "B", "title": "B", "price": {"amount": -1, "currency": "EUR"}, "onHand": 1}
                {"sku": "C", "title": "C", "price": {"amount": 1, "currency": "USD"}, "onHand": 1}
                {"sku": "D", "title": "D", "price": {"amount": 1, "currency": "EUR"}, "onHand": 1, "colour": "red"}
                {"sku": "E", "title": "E", "price": {"amount": 1, "currency": "EUR"}}
                [1]
                {"sku": "F", "title": "F", "price": {"amount": 1, "currency": "EUR"}, "onHand": 1}""");

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(job.path("processed").asInt()).isEqualTo(8);
        assertThat(job.path("created").asInt()).isEqualTo(2);
        assertThat(job.path("failed").asInt()).isEqualTo(6);
        assertThat(errors(job))
                .containsExactly(
                        "2  malformed_json",
                        "4 /price/amount out_of_range",
                        "5 /price/currency currency_mismatch",
                        "6 /colour unknown_field",
                        "7 /onHand required",
                        "8  invalid_value");
    }

    @Test
    void aTableIsReadToo() {
        var job = imported("text/csv", """
                sku,title,description,categories,brand,price,currency,onHand,imageUrl,status,attr.origin
                A,"Tea, ""green""\","two
                lines",tea|hot drinks,Leaf,499,EUR,3,https://images.example/1.jpg,,Japan
                B,Draft,,,,1,EUR,0,,draft,
                C,Bad,,,,x,EUR,0,,,
                D,Few cells
                """);

        assertThat(job.path("created").asInt()).isEqualTo(2);
        assertThat(errors(job)).containsExactly("5 /price invalid_value", "6  invalid_value");
        var product = items(shop.as("").get("/products")).getFirst();
        assertThat(product.path("title").asString()).isEqualTo("Tea, \"green\"");
        assertThat(product.path("description").asString()).isEqualTo("two\nlines");
        assertThat(product.at("/attributes/origin").asString()).isEqualTo("Japan");
        assertThat(product.at("/images/0/url").asString()).isEqualTo("https://images.example/1.jpg");
        assertThat(items(shop.as("ann").get("/products?storeId=" + STORE + "&status=draft")))
                .hasSize(1);
    }

    @Test
    void aTableThatCanNotBeReadFailsAsAWhole() {
        var unknown = imported("text/csv", "sku,title,price,currency,onHand,colour\nA,A,1,EUR,1,red\n");
        assertThat(unknown.path("status").asString()).isEqualTo("failed");
        assertThat(errors(unknown)).containsExactly("1 /colour unknown_field");
        assertThat(errors(imported("text/csv", "sku,title\n"))).containsExactly("1 /price required");
        assertThat(errors(imported("text/csv", ""))).containsExactly("1 /sku required");
        var quote = imported(
                "text/csv", "sku,title,price,currency,onHand\nA,\"A,1,EUR,1\n" + "B,B,1,EUR,1\n".repeat(60_000));
        assertThat(quote.path("status").asString()).isEqualTo("failed");
        assertThat(errors(quote)).containsExactly("1  malformed_csv");
    }

    @Test
    void onlyTheFirstHundredFaultsAreKept() {
        var job = imported("application/x-ndjson", "x\n".repeat(150));

        assertThat(job.path("failed").asInt()).isEqualTo(150);
        assertThat(job.path("errors").size()).isEqualTo(100);
    }

    @Test
    void whoDoesNotWorkThereImportsNothing() {
        problem(send("cat", "application/x-ndjson", GREEN, STORE), 403, "forbidden");
        problem(send("ann", "application/json", GREEN, STORE), 415, "unsupported_media_type");
        problem(
                shop.as("ann").send("POST", "/products/import", GREEN, "Content-Type", "text/csv"),
                400,
                "invalid_parameter");
        problem(send("ann", "text/csv", GREEN, "nope"), 422, "store_not_found");
        problem(send("ann", "application/x-ndjson", "x".repeat(1_100_000), STORE), 413, "content_too_large");
        var job = send("ann", "application/x-ndjson", GREEN, STORE);
        problem(shop.as("cat").get(job.header("Location")), 404, "import_not_found");
        assertThat(shop.as("bob").get(job.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void aThousandLinesAreThere() {
        var lines = IntStream.range(0, 1_000)
                .mapToObj(
                        "{\"sku\": \"S-%1$d\", \"title\": \"Tea %1$d\", \"price\": {\"amount\": %1$d, \"currency\": \"EUR\"}, \"onHand\": 2}"
                                ::formatted)
                .collect(joining("\n"));

        var job = imported("application/x-ndjson", lines);

        assertThat(job.path("created").asInt()).isEqualTo(1_000);
        assertThat(items(shop.as("").get("/products?sort=-price&limit=1"))
                        .getFirst()
                        .at("/variants/0/price/amount")
                        .asInt())
                .isEqualTo(999);
    }

    @Test
    void anImportWhoseProcessDiedHasFailed() {
        var path = send("ann", "application/x-ndjson", GREEN, STORE).header("Location");
        await().untilAsserted(() ->
                assertThat(shop.as("ann").get(path).text("status")).isEqualTo("completed"));
        shop.platform
                .database("products")
                .getCollection("imports")
                .updateMany(
                        new Document(),
                        new Document("$set", new Document("status", "running").append("finishedAt", null)));
        shop.clock.advance(Duration.ofMinutes(3));

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(shop.as("ann").get(path).text("status")).isEqualTo("failed"));
        assertThat(errors(shop.as("ann").get(path).body())).containsExactly("2  interrupted");
    }

    private JsonNode imported(String type, String body) {
        var taken = send("ann", type, body, STORE);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> List.of("completed", "failed")
                        .contains(shop.as("ann").get(taken.header("Location")).text("status")));
        return shop.as("ann").get(taken.header("Location")).body();
    }

    private Reply send(String who, String type, String body, String store) {
        return shop.as(who).send("POST", "/products/import?storeId=" + store, body, "Content-Type", type);
    }

    private static List<String> errors(JsonNode job) {
        return job.path("errors").values().stream()
                .map(error ->
                        error.path("line").asInt() + " " + error.path("pointer").asString() + " "
                                + error.path("code").asString())
                .toList();
    }
}
