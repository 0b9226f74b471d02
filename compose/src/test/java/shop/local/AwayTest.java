package shop.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import shop.platform.testing.Cable;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.TestBroker;
import shop.platform.testing.TestElastic;
import shop.platform.testing.TestRedis;

/**
 * The broker, Redis or the search engine goes away while people shop, and comes back: nobody is refused, search
 * says that it is not what it was, and afterwards all is as if nothing had been. {@code -Daway.orders=500} makes each outage longer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwayTest {

    private static final int ORDERS = Integer.getInteger("away.orders", 15); // before, during and after, at least
    private static final int ON_HAND = 100_000;
    private static final int BUYERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1); // of a busy machine

    /** Who goes away, and the wire to it. */
    record Away(String name, String variable, Cable cable) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Away BROKER = new Away("broker", "RABBITMQ_URI", Cable.to(TestBroker.uri()));
    private static final Away REDIS = new Away("redis", "REDIS_URI", Cable.to(TestRedis.uri()));
    private static final Away SEARCH = new Away("search", "ELASTICSEARCH_URL", Cable.to(TestElastic.url()));

    static Stream<Away> all() {
        return Stream.of(BROKER, REDIS, SEARCH);
    }

    private Shop shop;
    private Person admin;

    @BeforeAll
    void open() {
        var variables = all().collect(toMap(Away::variable, away -> away.cable().uri()));
        variables.put("RATE_LIMIT_DEFAULT", "1000000/1m"); // so that each request asks Redis
        shop = Shop.open(variables);
        admin = shop.admin();
    }

    @AfterAll
    void close() {
        shop.close();
        all().forEach(away -> away.cable().close());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLostAndNothingDoneTwice(Away away) throws Exception {
        var name = away.name();
        var stall = Stall.open(shop.register("sam-" + name), ON_HAND);
        var buyers = IntStream.range(0, BUYERS)
                .mapToObj(i -> new Buyer(shop.register("bea-" + name + i), stall.product()))
                .toList();
        find(stall, "sencha");

        var enough = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> shopping = buyers.stream()
                    .<Future<?>>map(buyer -> threads.submit(() -> buyer.shop(enough::get)))
                    .toList();
            try {
                more(buyers, shopping);
                away.cable().cut();
                rename(stall, "Matcha");
                more(buyers, shopping);
                assertThat(find(stall, "matcha").body().path("degraded").asBoolean())
                        .isEqualTo(away.equals(SEARCH));
                away.cable().mend();
                more(buyers, shopping);
            } finally {
                away.cable().mend();
                enough.set(true);
            }
            for (var each : shopping) each.get();
        }

        assertThat(buyers).allSatisfy(buyer -> {
            assertThat(buyer.unanswered()).isZero();
            assertThat(buyer.slowest()).isLessThan(LONGEST_ANSWER);
        });
        new Reckoning(admin.client(), stall, ON_HAND, buyers).holds();
        await().atMost(PATIENCE)
                .until(() -> !find(stall, "matcha").body().path("degraded").asBoolean());
        var slowest = buyers.stream().map(Buyer::slowest).max(Duration::compareTo);
        LoggerFactory.getLogger(AwayTest.class)
                .warn("{} away: {} orders, slowest answer {}", name, Buyer.ordersOf(buyers), slowest.orElseThrow());
    }

    private static void more(List<Buyer> buyers, List<Future<?>> shopping) {
        int wanted = Buyer.ordersOf(buyers) + ORDERS;
        await().atMost(PATIENCE)
                .until(() ->
                        Buyer.ordersOf(buyers) >= wanted || shopping.stream().anyMatch(Future::isDone));
    }

    private static void rename(Stall stall, String title) {
        var product = "/products/" + stall.product();
        var client = stall.seller().client();
        var etag = client.get(product).header("ETag");
        var renamed = client.patch(product, "{\"title\": \"" + title + "\"}", "If-Match", etag);
        assertThat(renamed.status()).as(renamed.body().toString()).isEqualTo(200);
    }

    private static Reply search(Stall stall, String word) {
        return stall.seller().client().get("/products/search?q=" + word + "&storeId=" + stall.store());
    }

    private static Reply find(Stall stall, String word) {
        return await().atMost(PATIENCE)
                .until(
                        () -> search(stall, word),
                        found -> found.body().at("/items/0/id").asString().equals(stall.product()));
    }
}
