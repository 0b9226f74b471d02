package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.http.RateLimits.RouteClass;
import shop.platform.redis.RedisRateLimits;
import shop.platform.redis.RedisRateLimits.Limit;
import shop.platform.testing.Cable;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Logged;
import shop.platform.testing.TestRedis;

/** How a server keeps callers from asking for too much, each and all together. */
class LimitsTest {

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final String token = "/" + UUID.randomUUID(); // buckets are shared by all tests
    private final List<Javalin> servers = new ArrayList<>();

    private List<Route> routes() {
        return List.of(
                Route.get("/plain", ctx -> ctx.json(1))
                        .by(Role.PUBLIC, Role.CUSTOMER)
                        .says("Plain")
                        .answers(200, Integer.class),
                Route.get("/mine", ctx -> ctx.json(1))
                        .by(Role.CUSTOMER)
                        .says("Mine")
                        .answers(200, Integer.class),
                Route.get("/login", ctx -> ctx.json(1))
                        .by(Role.PUBLIC)
                        .says("Sign in")
                        .answers(200, Integer.class)
                        .with(Route.Trait.AUTH_LIMIT),
                Route.get("/wait", ctx -> {
                            waiting.incrementAndGet();
                            goOn.await();
                            ctx.json(1);
                        })
                        .by(Role.PUBLIC)
                        .says("Wait")
                        .answers(200, Integer.class),
                Route.get("/stream", ctx -> {
                            waiting.incrementAndGet();
                            goOn.await();
                            ctx.json(1);
                        })
                        .by(Role.PUBLIC)
                        .says("Stream")
                        .answers(200, Integer.class)
                        .with(Route.Trait.STREAM));
    }

    private int start(RateLimits limits) {
        return start(limits, Set.of());
    }

    private int start(RateLimits limits, Set<String> proxies) {
        var server = WebFixture.server(List.of(this::routes), limits, List.of(), proxies)
                .start(0);
        servers.add(server);
        return server.port();
    }

    /** Limits whose callers nobody else is. */
    private RateLimits own(RateLimits limits) {
        return (routes, caller) -> limits.count(routes, caller + token);
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        servers.forEach(Javalin::stop);
    }

    @Test
    void theQuotaIsSaidAndKeptPerCallerAndClass() {
        var hour = Duration.ofHours(1);
        try (var limits = new RedisRateLimits(
                TestRedis.redis(),
                Map.of(RouteClass.DEFAULT, new Limit(2, hour), RouteClass.AUTH, new Limit(1, hour)))) {
            var ann = new Client(start(own(limits)), "ann");

            var first = ann.get("/plain");
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=2;w=3600");
            assertThat(first.header("RateLimit")).matches("\"default\";r=1;t=1[78]\\d\\d");
            assertThat(ann.get("/plain").status()).isEqualTo(200);

            var third = ann.get("/plain");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.text("code")).isEqualTo("rate_limited");
            assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 1_800);
            assertThat(third.header("RateLimit")).contains("r=0");

            assertThat(new Client(ann.port(), "bob").get("/plain").status()).isEqualTo(200);
            assertThat(new Client(ann.port(), "").get("/plain").status()).isEqualTo(200);
            assertThat(ann.get("/login").header("RateLimit-Policy")).startsWith("\"auth\";q=1");
            // an address, not an account: else whoever guesses passwords would have a quota for each account
            assertThat(new Client(ann.port(), "bob").get("/login").status()).isEqualTo(429);
        }
    }

    @Test
    void whoIsNotLetInCountsAtHisAddress() {
        try (var limits = new RedisRateLimits(TestRedis.redis(), of(2))) {
            var port = start(own(limits));
            var guesser = new Client(port, "guessed");

            for (int left = 1; left >= 0; left--) {
                var refused = guesser.get("/mine");
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.header("RateLimit")).startsWith("\"default\";r=" + left);
            }
            assertThat(guesser.get("/mine").status()).isEqualTo(429);
            assertThat(new Client(port, "").get("/mine").status()).isEqualTo(429);
            assertThat(new Client(port, "ann").get("/mine").status()).isEqualTo(200);
        }
    }

    @Test
    void instancesCountTogetherAndAddressesApart() {
        try (var limits = new RedisRateLimits(TestRedis.redis(), of(2));
                var others = new RedisRateLimits(TestRedis.redis(), of(2))) {
            var one = start(own(limits), Set.of("127.0.0.1"));
            var another = start(own(others), Set.of("127.0.0.1"));

            assertThat(from("203.0.113.9", one).header("RateLimit")).contains("r=1");
            assertThat(from("203.0.113.9", another).header("RateLimit")).contains("r=0");
            assertThat(from("203.0.113.9", one).status()).isEqualTo(429);
            assertThat(from("198.51.100.7, 203.0.113.9", another).status())
                    .as("what a client says before the proxy does")
                    .isEqualTo(429);
            assertThat(from("203.0.113.10", one).status()).isEqualTo(200);
        }
    }

    private static Map<RouteClass, Limit> of(int requests) {
        return Map.of(RouteClass.DEFAULT, new Limit(requests, Duration.ofHours(1)));
    }

    private static Reply from(String address, int port) {
        return new Client(port, "").send("GET", "/plain", "", "X-Forwarded-For", address);
    }

    @Test
    void whoIsNotBelievedSharesOneBucketHoweverManyAddressesAreMadeUp() {
        try (var limits = new RedisRateLimits(TestRedis.redis(), of(2))) {
            var port = start(own(limits));

            assertThat(from("203.0.113.9", port).status()).isEqualTo(200);
            assertThat(from("203.0.113.10", port).status()).isEqualTo(200);
            assertThat(from("203.0.113.11", port).status()).isEqualTo(429);
        }
    }

    @Test
    void aClassThatIsOffSaysNothing() {
        var hour = Duration.ofHours(1);
        try (var limits = new RedisRateLimits(TestRedis.redis(), Map.of(RouteClass.AUTH, new Limit(1, hour)))) {
            var ann = new Client(start(own(limits)), "ann");

            assertThat(ann.get("/plain").headers().map()).doesNotContainKeys("ratelimit", "ratelimit-policy");
        }
    }

    @Test
    void whileRedisIsAwayRequestsPassAndTheLogSaysSo() {
        var cable = Cable.to(TestRedis.uri());
        var redis = TestRedis.connect(cable.uri());
        var one = Map.of(RouteClass.DEFAULT, new Limit(1, Duration.ofHours(1)));
        try (cable;
                redis;
                var limits = new RedisRateLimits(redis, one);
                var log = Logged.by(RedisRateLimits.class)) {
            var ann = new Client(start(own(limits)), "ann");
            assertThat(ann.get("/plain").status()).isEqualTo(200);
            assertThat(ann.get("/plain").status()).isEqualTo(429);

            cable.cut();
            for (int i = 0; i < 3; i++) assertThat(ann.get("/plain").status()).isEqualTo(200);
            assertThat(log.lines()).anyMatch(line -> line.contains("requests are not counted"));

            cable.mend();
            await().untilAsserted(() -> assertThat(ann.get("/plain").status()).isEqualTo(429));
        }
    }

    @Test
    void whoFindsNoRoomIsToldWhenToComeBack() throws Exception {
        var stranger = new Client(start(RateLimits.NONE), "");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var streams = new ArrayList<Future<Reply>>();
            for (int i = 0; i < WebFixture.PLACES; i++) streams.add(threads.submit(() -> stranger.get("/stream")));
            await().untilAsserted(() -> assertThat(waiting).hasValue(WebFixture.PLACES));
            assertThat(stranger.get("/plain").status())
                    .as("streams take no place")
                    .isEqualTo(200);

            var guests = new ArrayList<Future<Reply>>();
            for (int i = 0; i < WebFixture.PLACES; i++) guests.add(threads.submit(() -> stranger.get("/wait")));
            await().untilAsserted(() -> assertThat(waiting).hasValue(2 * WebFixture.PLACES));

            var late = stranger.get("/plain");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.text("code")).isEqualTo("overloaded");
            assertThat(late.header("Retry-After")).isEqualTo("1");

            goOn.countDown();
            for (var guest : guests) assertThat(guest.get().status()).isEqualTo(200);
            for (var stream : streams) assertThat(stream.get().status()).isEqualTo(200);
        }
        assertThat(stranger.get("/plain").status()).isEqualTo(200);
    }
}
