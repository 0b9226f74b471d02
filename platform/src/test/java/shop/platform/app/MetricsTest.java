package shop.platform.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.http.Role;
import shop.platform.http.Route;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.Client;
import shop.platform.testing.TestBroker;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestRedis;

/** What Prometheus reads of a process that is connected to everything: each family is there, and moves. */
@TestInstance(
        TestInstance.Lifecycle.PER_CLASS) // one process, which looks at its queues and its outbox but now and then
class MetricsTest {

    private final String name = "toys-" + UUID.randomUUID();
    private final Platform platform = Platform.connect(
            "test",
            new Env(Map.of(
                    "MONGODB_URI", TestMongo.uri(),
                    "REDIS_URI", TestRedis.uri(),
                    "RABBITMQ_URI", TestBroker.uri(),
                    "DATABASE_PREFIX", TestMongo.freshName() + "-")));
    private final Server server = Server.start(platform, 0, List.of(this::toys));
    private final Client stranger = new Client(server.port(), "");

    private Service toys(Platform with) {
        var service = new Service(name, "/toys");
        var outbox = service.closing(new MongoOutbox<String>(
                with.database("toys").getCollection("toys"),
                type -> new Fact("toys", type, Map.of()),
                with.bus(),
                with.clock()));
        service.closing(with.bus().subscribe(name + ".glad", List.of(name + ".made"), event -> {}));
        service.closing(with.bus().subscribe(name + ".sad", List.of(name + ".broken"), MetricsTest::misread));
        return service.answering(() -> List.of(
                Route.post("/toys/{fate}", ctx -> {
                            var id = Id.next("toy", with.clock().instant());
                            var toy = new Document("_id", id).append("version", 1);
                            outbox.insert(toy, List.of(name + "." + ctx.pathParam("fate")));
                            ctx.status(204);
                        })
                        .by(Role.PUBLIC)
                        .says("Make a toy")
                        .answers(204),
                Route.get("/toys/{id}", ctx -> {
                            throw Failure.notFound("toy", ctx.pathParam("id"));
                        })
                        .by(Role.PUBLIC)
                        .says("Look for a toy")
                        .answers(204)));
    }

    private static void misread(Event event) {
        event.data(Integer.class);
    }

    @BeforeAll
    void strand() {
        stranger.post("/toys/unheard", "");
    }

    @AfterAll
    void close() throws Exception {
        server.close();
        platform.close();
        var factory = new ConnectionFactory();
        factory.setUri(TestBroker.uri());
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            for (var queue : List.of(".glad", ".glad.dead", ".sad", ".sad.dead")) channel.queueDelete(name + queue);
        }
    }

    /** The value of a series, whose labels are given in any order; nothing when there is none. */
    private double value(String family, String... labels) {
        return scrape().filter(line -> line.startsWith(family + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private Stream<String> scrape() {
        return stranger.get("/metrics").body().asString().lines();
    }

    @Test
    void everyFamilyIsThere() {
        stranger.get("/docs/no-such-file");

        var families = scrape().filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .collect(joining("\n"));

        assertThat(families.split("\n"))
                .contains(
                        "http_server_requests_seconds",
                        "http_server_problems_total",
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "process_cpu_usage",
                        "process_uptime_seconds",
                        "mongodb_driver_pool_size",
                        "lettuce_command_completion_seconds",
                        "rabbitmq_published_total",
                        "rabbitmq_connections",
                        "outbox_lag_seconds");
    }

    @Test
    void requestsAreCountedByRouteAndRefusalsByCode() {
        for (int i = 0; i < 3; i++) stranger.get("/toys/" + i);

        // a request is counted when it is answered, which its caller may know first
        await().untilAsserted(() -> assertThat(value(
                        "http_server_requests_seconds_count",
                        "route=\"/toys/{id}\"",
                        "status=\"404\"",
                        "method=\"GET\""))
                .isEqualTo(3));
        assertThat(value("http_server_problems_total", "code=\"toy_not_found\""))
                .isEqualTo(3);
    }

    @Test
    void whatCallersMakeUpMakesNoSeries() {
        for (int i = 0; i < 20; i++) {
            stranger.get("/made-up-" + i);
            stranger.send("MADEUP" + i, "/toys/1", "");
        }

        await().untilAsserted(() -> assertThat(
                        value("http_server_requests_seconds_count", "route=\"none\"", "method=\"none\""))
                .isEqualTo(40));
        assertThat(scrape()).noneMatch(line -> line.contains("made-up") || line.contains("MADEUP"));
    }

    @Test
    void eventsAreCountedOnAllTheirWay() {
        for (int i = 0; i < 3; i++) stranger.post("/toys/made", "");
        stranger.post("/toys/broken", "");

        await().untilAsserted(() -> {
            assertThat(value("events_published_total", "type=\"" + name + ".made\""))
                    .isEqualTo(3);
            assertThat(value("events_handled_total", "queue=\"" + name + ".glad\"", "outcome=\"done\""))
                    .isEqualTo(3);
            assertThat(value("events_handled_total", "queue=\"" + name + ".sad\"", "outcome=\"dead\""))
                    .isEqualTo(1);
        });
        assertThat(value("rabbitmq_published_total")).isGreaterThanOrEqualTo(4);
        await().untilAsserted(() -> {
            assertThat(value("events_dead_letters", "queue=\"" + name + ".sad\""))
                    .isEqualTo(1);
            assertThat(value("events_queue_depth", "queue=\"" + name + ".sad\""))
                    .isZero();
        });
    }

    @Test
    void anEventThatCannotLeaveGrowsOld() {
        await().untilAsserted(
                        () -> assertThat(value("outbox_lag_seconds", "outbox=")).isGreaterThan(1));
    }
}
