package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.platform.embedded.EmbeddedRedis;
import shop.platform.redis.Redis;
import shop.platform.testing.Client;
import shop.platform.testing.TestRedis;

/** Several instances of products, and what they know of each other's changes. */
class CacheTest {

    private static final Map<String, String> SHORT = Map.of("PRODUCTS_CACHED", "1s");
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    /** How long it took until it was seen there. */
    private static Duration seen(Client by, String path, String title) {
        var edited = System.nanoTime();
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(by.get(path).text("title")).isEqualTo(title));
        return Duration.ofNanos(System.nanoTime() - edited);
    }

    private static void retitle(Shop shop, String path, int version, String title) {
        var edited = shop.as("ann").patch(path, "{\"title\": \"" + title + "\"}", "If-Match", "\"" + version + "\"");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(shop.as("").get(path).text("title")).as("where it was made").isEqualTo(title);
    }

    @Test
    void anEditIsSeenEverywhereWithinASecond() {
        try (var shop = new Shop(SHORT, TestRedis.redis());
                var other = shop.another()) {
            var there = new Client(other.port(), "");
            var path = shop.product("TEA-1", "Tea 0", 499);
            var waits = new ArrayList<Duration>();
            for (int i = 1; i <= 40; i++) {
                assertThat(there.get(path).status()).isEqualTo(200);
                retitle(shop, path, i, "Tea " + i);
                waits.add(seen(there, path, "Tea " + i));
            }
            // not all of them: a busy machine may sleep for a second at any time
            assertThat(waits).filteredOn(wait -> wait.compareTo(A_SECOND) < 0).hasSizeGreaterThan(20);
            shop.as("ann").put(path + "/stock/TEA-1", "{\"onHand\": 3}");
            await().untilAsserted(() -> assertThat(
                            there.get(path).body().at("/variants/0/available").asInt())
                    .isEqualTo(3));
            shop.as("ann").delete(path);
            await().untilAsserted(() -> assertThat(there.get(path).status()).isEqualTo(404));
        }
    }

    @Test
    @SuppressWarnings("try") // Redis is closed early on purpose
    void withoutRedisItIsSlowerButNotWrong() {
        var first = EmbeddedRedis.start(folder, 0);
        try (var redis = Redis.connect(first.uri(), new SimpleMeterRegistry());
                var shop = new Shop(SHORT, redis);
                var other = shop.another()) {
            var there = new Client(other.port(), "");
            var path = shop.product("TEA-1", "Tea 0", 499);
            await().until(() -> {
                there.get(path);
                return redis.connection().sync().hexists("product:" + Shop.id(path), "json");
            });

            first.close();
            for (int i = 1; i <= 3; i++) {
                retitle(shop, path, i, "Tea " + i);
                seen(there, path, "Tea " + i);
            }

            try (var second =
                    EmbeddedRedis.start(folder, URI.create(first.uri()).getPort())) {
                assertThat(second.uri()).isEqualTo(first.uri());
                await().until(redis::answers);
                retitle(shop, path, 4, "Tea 4");
                seen(there, path, "Tea 4");
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> there.get(path).text("title").equals("Tea 4"));
                assertThat(redis.connection().sync().hget("product:" + Shop.id(path), "version"))
                        .isIn("5", null);
                retitle(shop, path, 5, "Tea 5");
                seen(there, path, "Tea 5");
            }
        }
    }
}
