package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.products.Shop.items;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.platform.embedded.EmbeddedElastic;
import tools.jackson.databind.JsonNode;

/** The search engine goes and comes back: buyers find products all the while, and the index misses nothing. */
class SearchOutageTest {

    @TempDir
    private Path folder;

    @Test
    void withoutTheEngineItIsSlowerButNotWrongAndNothingIsLost() {
        var elastic = EmbeddedElastic.start(folder, 0);
        int port = URI.create(elastic.url()).getPort();
        try (var shop = new Shop(Map.of("ELASTICSEARCH_URL", elastic.url(), "ELASTICSEARCH_PATIENCE", "60s"))) {
            var green = shop.stocked("TEA-1", 3);
            shop.product("TEA-2", "Black tea", 1_500);
            await().untilAsserted(() -> found(shop, "q=blak", false, "Black tea"));

            elastic.close();

            found(shop, "q=black", true, "Black tea");
            found(shop, "q=tea&sort=price", true, "Tea TEA-1", "Black tea");
            found(shop, "inStock=true&brand=Leaf&category=tea&currency=EUR", true, "Tea TEA-1");
            found(shop, "minPrice=1000&attr.origin=Japan", true, "Black tea");
            found(shop, "attr.origin=China", true);
            found(shop, "minRating=1", true);
            var first = search(shop, "sort=price&limit=1");
            found(shop, "sort=price&limit=1&cursor=" + first.path("next").asString(), true, "Black tea");
            assertThat(first.path("total").asInt()).isEqualTo(2);
            assertThat(items(shop.as("").get("/products/suggest?q=bla"))
                            .getFirst()
                            .path("text")
                            .asString())
                    .isEqualTo("Black tea");
            assertThat(shop.as("").get("/health/ready").text("status")).isEqualTo("degraded");
            shop.as("ann").patch(green, "{\"title\": \"Matcha\"}", "If-Match", "\"1\"");
            shop.product("TEA-3", "White tea", 900);
            shop.as("ann").delete("/products/" + id(shop, "q=black"));

            try (var again = EmbeddedElastic.start(folder, port)) {
                assertThat(again.url()).endsWith(":" + port);
                await().untilAsserted(() -> found(shop, "q=macha", false, "Matcha"));
                await().untilAsserted(() -> found(shop, "q=wite", false, "White tea"));
                await().untilAsserted(() -> found(shop, "q=black", false));
                drift(shop);
            }
        }
    }

    private static void drift(Shop shop) {
        var products = shop.platform.database("products").getCollection("products");
        products.updateOne(
                new Document("details.title", "White tea"), new Document("$inc", new Document("version", 1)));

        var drift = shop.as("root").get("/products/search/drift").body();
        assertThat(List.of(drift.path("products").asInt(), drift.path("indexed").asInt()))
                .containsExactly(3, 3);
        assertThat(drift.path("stale").asInt()).isEqualTo(1);
        assertThat(shop.as("root")
                        .get("/products/search/drift?repair=true")
                        .body()
                        .path("repaired")
                        .asInt())
                .isEqualTo(1);
        products.deleteOne(new Document("details.title", "White tea"));
        var extra = shop.as("root").get("/products/search/drift?repair=true").body();
        assertThat(extra.path("extra").asInt()).isEqualTo(1);
        var mended = shop.as("root").get("/products/search/drift").body();
        assertThat(mended.path("indexed").asInt()).isEqualTo(2);
        assertThat(mended.path("stale").asInt()
                        + mended.path("missing").asInt()
                        + mended.path("extra").asInt())
                .isZero();
        assertThat(shop.as("ann").get("/products/search/drift").status()).isEqualTo(403);
    }

    private static String id(Shop shop, String query) {
        return search(shop, query).path("items").path(0).path("id").asString();
    }

    private static JsonNode search(Shop shop, String query) {
        var reply = shop.as("").get("/products/search?" + query);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private static void found(Shop shop, String query, boolean degraded, String... titles) {
        var answer = search(shop, query);
        assertThat(answer.path("degraded").asBoolean()).as("degraded").isEqualTo(degraded);
        assertThat(answer.path("items")
                        .valueStream()
                        .map(item -> item.path("title").asString()))
                .containsExactly(titles);
    }
}
