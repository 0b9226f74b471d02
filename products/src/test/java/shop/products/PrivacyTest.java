package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of a person can be had, and goes when they go. */
class PrivacyTest {

    private static final String BOB = "bob";

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void everythingKeptOfAPersonIsHandedOver() {
        traces();

        var kept = shop.as("service").get("/products/export/bob").body();

        assertThat(kept.path("recentlyViewed").size()).isEqualTo(1);
        assertThat(kept.path("movements").size()).isEqualTo(1);
        assertThat(kept.path("imports").size()).isEqualTo(1);
        assertThat(shop.as("bob").get("/products/export/bob").status()).isEqualTo(403);
    }

    @Test
    void aDeletedPersonIsNamedNowhere() {
        var path = traces();
        // who works in a store is said by stores, which takes the person out before products hears of it
        shop.tell(
                "store.staff_changed",
                Shop.STORE,
                2,
                Map.of(
                        "storeId",
                        Shop.STORE,
                        "ownerId",
                        "ann",
                        "staffIds",
                        java.util.List.of(),
                        "status",
                        "published",
                        "currency",
                        "EUR"));
        assertThat(mentions()).isPositive();

        shop.tell("user.deleted", BOB, 6, Map.of("userId", BOB, "sealedContact", ""));

        await().untilAsserted(() -> assertThat(mentions()).isZero());
        assertThat(shop.movements(path).getFirst().path("actor").asString()).isEqualTo("deleted");
    }

    private String traces() {
        var path = shop.product("TEA-1", "Green tea", 499);
        shop.as(BOB).get(path);
        shop.as(BOB).put(path + "/stock/TEA-1", "{\"onHand\": 3}");
        var job = shop.as(BOB).send("POST", "/products/import?storeId=" + Shop.STORE, "", "Content-Type", "text/csv");
        await().until(() ->
                shop.as(BOB).get(job.header("Location")).text("status").equals("failed"));
        return path;
    }

    private long mentions() {
        var database = shop.platform.database("products");
        long found = 0;
        for (var name : database.listCollectionNames()) {
            for (var document : database.getCollection(name).find(new Document())) {
                if (document.toJson().contains("\"" + BOB)) found++;
            }
        }
        return found;
    }
}
