package shop.products;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.STORE;
import static shop.products.Shop.id;
import static shop.products.Shop.items;
import static shop.products.Shop.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.TestElastic;
import tools.jackson.databind.JsonNode;

/** Finding products, on a real Elasticsearch. */
class SearchTest {

    private final Shop shop = new Shop(Map.of(
            "ELASTICSEARCH_URL",
            TestElastic.url(),
            "ELASTICSEARCH_INDEX",
            "search-" + UUID.randomUUID(),
            "ELASTICSEARCH_PATIENCE",
            "60s")); // the engine is slow at times, where all runs on one machine

    @BeforeEach
    void ready() {
        await().untilAsserted(() ->
                assertThat(search("").body().path("degraded").asBoolean()).isFalse());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Reply search(String query) {
        var reply = shop.as("").get("/products/search?" + query);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    private List<String> titles(String query) {
        return titles(search(query));
    }

    private static List<String> titles(Reply reply) {
        return items(reply).stream().map(item -> item.path("title").asString()).toList();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().untilAsserted(assertion);
    }

    /** Offers a product and says its path. */
    private String offer(String title, String brand, String category, long price, String attributes) {
        var created = shop.as("ann").post("/products", """
                {"storeId": "%s", "title": "%s", "brand": "%s", "categories": ["%s"], "attributes": %s,
                 "variants": [{"sku": "%s", "price": {"amount": %d, "currency": "EUR"}}]}""".formatted(
                        STORE,
                        title,
                        brand,
                        category,
                        attributes,
                        title.replaceAll("\\W", "-").toUpperCase(Locale.ROOT),
                        price));
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        return created.header("Location");
    }

    private void shelves() {
        offer("Green tea", "Leaf", "tea", 500, "{\"origin\": \"Japan\", \"size\": \"L\"}");
        offer("Black tea", "Leaf", "tea", 1500, "{\"origin\": \"India\", \"size\": \"L\"}");
        offer("Oolong tea", "Kettle", "tea", 3000, "{\"origin\": \"China\", \"size\": \"S\"}");
        offer("Crème brûlée torch", "Flamme", "kitchen-tools", 9900, "{\"a.b[c]>*\": \"$x\"}");
        soon(() -> assertThat(search("").body().path("total").asInt()).isEqualTo(4));
    }

    @Test
    void typingMistakesAccentsAndSkusAreForgiven() {
        shelves();

        assertThat(titles("q=gren+tee")).containsExactly("Green tea");
        assertThat(titles("q=olong")).containsExactly("Oolong tea");
        assertThat(titles("q=creme+brulee")).containsExactly("Crème brûlée torch");
        assertThat(titles("q=kitchen")).containsExactly("Crème brûlée torch");
        assertThat(titles("q=BLACK-TEA").getFirst()).isEqualTo("Black tea");
        assertThat(titles("q=tea+%26+-+green")).containsExactly("Green tea");
        assertThat(titles("q=tea")).hasSize(3);
        assertThat(titles("q=porcelain")).isEmpty();
        assertThat(search("q=gren").body().path("didYouMean").asString()).isEqualTo("green");
        assertThat(search("q=green").body().has("didYouMean")).isFalse();
    }

    @Test
    void aFacetIgnoresTheFilterOnItselfAlone() {
        shelves();

        var all = search("").body().path("facets");
        assertThat(counts(all.path("categories"))).containsExactly("tea 3", "kitchen-tools 1");
        assertThat(counts(all.path("brands"))).containsExactlyInAnyOrder("Leaf 2", "Kettle 1", "Flamme 1");
        assertThat(counts(all.at("/attributes/size"))).containsExactly("L 2", "S 1");
        assertThat(counts(all.path("attributes").path("a.b[c]>*"))).containsExactly("$x 1");

        var leaf = search("brand=Leaf").body();
        assertThat(leaf.path("total").asInt()).isEqualTo(2);
        assertThat(counts(leaf.at("/facets/brands"))).hasSize(3);
        assertThat(counts(leaf.at("/facets/categories"))).containsExactly("tea 2");

        var large = search("attr.size=L&attr.origin=Japan").body();
        assertThat(large.path("total").asInt()).isEqualTo(1);
        assertThat(counts(large.at("/facets/attributes/origin"))).containsExactlyInAnyOrder("Japan 1", "India 1");
        assertThat(counts(large.at("/facets/attributes/size"))).containsExactly("L 1");
        assertThat(counts(large.at("/facets/brands"))).containsExactly("Leaf 1");
        assertThat(titles("attr." + encode("a.b[c]>*", UTF_8) + "=$x")).hasSize(1);
    }

    private static List<String> counts(JsonNode facet) {
        return facet.valueStream()
                .map(each -> each.path("value").asString() + " " + each.path("count"))
                .toList();
    }

    @Test
    void pricesAndStarsAndStockAreFacetsToo() {
        shelves();
        var path = "/products/" + items(search("q=green")).getFirst().path("id").asString();
        shop.as("ann").put(path + "/stock/GREEN-TEA", "{\"onHand\": 9}");
        shop.tell("review.summary_changed", id(path), 1, Map.of("productId", id(path), "average", 4.5, "count", 2));

        soon(() -> {
            assertThat(titles("minRating=4.5")).containsExactly("Green tea");
            assertThat(titles("inStock=true")).containsExactly("Green tea");
        });
        var facets = search("minPrice=1000&maxPrice=2000").body();
        assertThat(titles("minPrice=1000&maxPrice=2000")).containsExactly("Black tea");
        var buckets = facets.at("/facets/price")
                .valueStream()
                .map(each -> each.path("from") + "-" + each.path("to") + " " + each.path("count"))
                .toList();
        assertThat(buckets).containsExactly("0-1000 1", "1000-2500 1", "2500-5000 1", "5000-10000 1");
        var all = search("inStock=true&minRating=1").body().path("facets");
        assertThat(counts(all.path("availability"))).containsExactly("in_stock 1");
        assertThat(counts(all.path("rating"))).containsExactly("4 1", "3 1", "2 1", "1 1");
    }

    @Test
    void resultsAreSorted() {
        shelves();

        assertThat(titles("sort=price")).startsWith("Green tea", "Black tea");
        assertThat(titles("sort=-price")).startsWith("Crème brûlée torch", "Oolong tea");
        assertThat(titles("sort=-createdAt&q=tea")).hasSize(3);
        assertThat(titles("sort=-rating&q=tea")).hasSize(3);
        assertThat(titles("sort=-sold&q=tea")).hasSize(3);
        assertThat(titles("category=tea&currency=EUR&storeId=" + STORE)).hasSize(3);
        assertThat(titles("currency=USD")).isEmpty();
        problem(shop.as("").get("/products/search?sort=colour"), 400, "invalid_parameter");
        problem(shop.as("").get("/products/search?minRating=NaN"), 400, "invalid_parameter");
    }

    @Test
    void pagesGoDeepAndACursorOfAnotherListIsRefused() {
        for (int i = 0; i < 25; i++) offer("Tea number " + (char) ('a' + i), "Leaf", "tea", 100L + i % 3, "{}");
        soon(() -> assertThat(search("").body().path("total").asInt()).isEqualTo(25));

        for (var sort : List.of("relevance", "price", "-price", "-createdAt", "-rating", "-sold")) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = search("q=tea&limit=7&sort=" + sort + cursor);
                seen.addAll(titles(page));
                var next = page.body().path("next");
                assertThat(page.header("Link").isEmpty()).isEqualTo(next.isNull());
                cursor = next.isNull() ? "" : "&cursor=" + encode(next.asString(), UTF_8);
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(25).doesNotHaveDuplicates();
        }
        var other = shop.as("").get("/products?limit=1").text("next");
        problem(shop.as("").get("/products/search?cursor=" + encode(other, UTF_8)), 400, "invalid_cursor");
        problem(shop.as("").get("/products/search?cursor=x"), 400, "invalid_cursor");
        var deep = search("limit=1").text("next");
        problem(shop.as("").get("/products?cursor=" + encode(deep, UTF_8)), 400, "invalid_cursor");
    }

    @Test
    void whateverIsTypedIsAnswered() {
        shelves();

        for (var typed : List.of(
                "*:*",
                "AND OR NOT",
                "\"",
                "((((",
                "title:x^9",
                "/.*.*/",
                "\\",
                "{\"match_all\":{}}",
                "a".repeat(900),
                "🍵🍵",
                "%",
                "-",
                "!!!",
                "tea~9",
                "\u202egnirts",
                "<script>",
                "' OR 1=1 --",
                " a b c d e f g h i j k l")) {
            search("q=" + encode(typed, UTF_8));
            search("attr." + encode(typed.substring(0, Math.min(40, typed.length())), UTF_8) + "=x");
            assertThat(shop.as("")
                            .get("/products/suggest?q=" + encode(typed, UTF_8))
                            .status())
                    .isEqualTo(200);
        }
        var many = IntStream.range(0, 11).mapToObj("attr.a%d=1"::formatted).collect(Collectors.joining("&"));
        problem(shop.as("").get("/products/search?" + many), 400, "invalid_parameter");
    }

    @Test
    void whatIsTypedIsCompleted() {
        shop.as("root").put("/products/categories/kitchen-tools", "{\"name\": \"Kitchen Tools\"}");
        shelves();

        assertThat(suggested("le"))
                .containsExactlyInAnyOrder("brand Leaf", "product Green tea", "product Black tea")
                .startsWith("brand Leaf");
        assertThat(suggested("kitchen t")).contains("category Kitchen Tools kitchen-tools");
        assertThat(suggested("blac")).containsExactly("product Black tea");
        assertThat(suggested("te")).first().isEqualTo("category Tea tea");
        assertThat(suggested("zzz")).isEmpty();
        shop.store("suspended", 2);
        soon(() -> assertThat(suggested("le")).isEmpty());
    }

    private List<String> suggested(String typed) {
        return items(shop.as("").get("/products/suggest?q=" + encode(typed, UTF_8))).stream()
                .map(each ->
                        each.path("type").asString() + " " + each.path("text").asString()
                                + (each.path("type").asString().equals("category")
                                        ? " " + each.path("id").asString()
                                        : ""))
                .toList();
    }

    @Test
    void changesAreSeenSoon() {
        var path = offer("Green tea", "Leaf", "tea", 500, "{}");
        soon(() -> assertThat(titles("q=green")).hasSize(1));

        shop.as("ann").patch(path, "{\"title\": \"Matcha\"}", "If-Match", "\"1\"");
        soon(() -> {
            assertThat(titles("q=matcha")).containsExactly("Matcha");
            assertThat(titles("q=green")).isEmpty();
        });
        shop.store("deactivated", 2);
        soon(() -> assertThat(titles("q=matcha")).isEmpty());
        shop.store("published", 3);
        soon(() -> assertThat(titles("q=matcha")).hasSize(1));
        shop.as("ann").delete(path);
        soon(() -> assertThat(titles("q=matcha")).isEmpty());
        soon(() -> assertThat(titles(shop.as("ann").get("/products/search?status=archived&storeId=" + STORE)))
                .containsExactly("Matcha"));
        problem(shop.as("cat").get("/products/search?status=archived&storeId=" + STORE), 403, "forbidden");
        problem(shop.as("ann").get("/products/search?status=archived"), 403, "forbidden");
    }

    @Test
    void aNewIndexIsNeverSeenHalfFull() {
        for (int i = 0; i < 30; i++) offer("Tea " + i, "Leaf", "tea", 100, "{}");
        soon(() -> assertThat(search("").body().path("total").asInt()).isEqualTo(30));

        for (int round = 0; round < 3; round++) {
            var reindex = CompletableFuture.supplyAsync(() -> shop.as("root").post("/products/search/reindex", "{}"));
            int changed = 0;
            do {
                offer("Coffee " + round + "-" + changed++, "Bean", "coffee", 100, "{}");
                var found = search("q=tea&limit=1").body();
                assertThat(found.path("total").asInt()).isEqualTo(30);
                assertThat(found.path("degraded").asBoolean()).isFalse();
            } while (!reindex.isDone());
            assertThat(reindex.join().status()).isEqualTo(200);
            int coffees = changed;
            var query = "q=" + encode("Coffee " + round, UTF_8) + "&brand=Bean&limit=1";
            soon(() -> assertThat(search(query).body().path("total").asInt()).isGreaterThanOrEqualTo(coffees));
        }
        problem(shop.as("ann").post("/products/search/reindex", "{}"), 403, "forbidden");
    }
}
