package shop.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.rabbitmq.client.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import shop.platform.Id;
import shop.platform.embedded.Loopback;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.http.Role;
import shop.platform.http.Route;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.Client;
import shop.platform.testing.Logged;
import shop.platform.testing.TestBroker;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestRedis;

/** One trace from a caller's request through database and broker into the next service's call. */
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final String name = "traced-" + UUID.randomUUID();
    private final int port = Loopback.freePort();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final Platform platform = Platform.connect(
            "test",
            new Env(Map.of(
                    "MONGODB_URI",
                    TestMongo.uri(),
                    "REDIS_URI",
                    TestRedis.uri(),
                    "RABBITMQ_URI",
                    TestBroker.uri(),
                    "AUTH_URL",
                    "http://127.0.0.1:" + port,
                    "TOYS_URL",
                    "http://127.0.0.1:" + port,
                    "DATABASE_PREFIX",
                    TestMongo.freshName() + "-")));
    private final Server server = Server.start(platform, port, List.of(this::toys));

    private Service toys(Platform with) {
        var service = new Service(name, "/toys");
        var outbox = service.closing(new MongoOutbox<String>(
                with.database("toys").getCollection("toys"),
                type -> new Fact("toys", type, Map.of()),
                with.bus(),
                with.clock()));
        var sibling = with.siblings().at("toys");
        service.closing(with.bus().subscribe(name + ".next", List.of(name + ".made"), event -> {
            heard.add(event);
            LoggerFactory.getLogger(TraceTest.class).warn("working on {}", event.id());
            sibling.get("/toys/seen");
        }));
        return service.answering(() -> List.of(
                Route.post("/toys", ctx -> {
                            var toy = new Document(
                                            "_id", Id.next("toy", with.clock().instant()))
                                    .append("version", 1);
                            outbox.insert(toy, List.of(name + ".made"));
                            ctx.status(204);
                        })
                        .by(Role.PUBLIC)
                        .says("Make a toy")
                        .answers(204),
                Route.get("/toys/seen", ctx -> {
                            called.add(ctx.header("traceparent") + " " + ctx.header("X-Request-Id"));
                            ctx.json(true);
                        })
                        .by(Role.PUBLIC)
                        .says("See who calls")
                        .answers(200, Boolean.class),
                Route.post("/auth/service-tokens", ctx -> ctx.json(Map.of("accessToken", "t", "expiresIn", 60)))
                        .by(Role.PUBLIC)
                        .says("Issue a token")
                        .answers(200, Object.class)));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        platform.close();
        var factory = new ConnectionFactory();
        factory.setUri(TestBroker.uri());
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            for (var queue : List.of(".next", ".next.dead")) channel.queueDelete(name + queue);
        }
    }

    @Test
    void aTraceGoesOnThroughTheBrokerIntoTheNextCallAndTheLog() {
        try (var log = Logged.by(TraceTest.class)) {
            new Client(port, "").post("/toys", "", "traceparent", PARENT);
            await().untilAsserted(() -> assertThat(called).hasSize(1));

            var event = heard.getFirst();
            assertThat(event.traceparent())
                    .hasValueSatisfying(parent -> assertThat(parent)
                            .startsWith("00-" + TRACE + "-")
                            .endsWith("-01")
                            .isNotEqualTo(PARENT));
            assertThat(called.getFirst()).startsWith("00-" + TRACE + "-").endsWith(" " + event.id());
            assertThat(log.events())
                    .singleElement()
                    .extracting(ILoggingEvent::getMDCPropertyMap)
                    .satisfies(context -> {
                        assertThat(context).containsEntry("traceId", TRACE);
                        assertThat(context).containsEntry("requestId", event.id());
                    });
        }
    }

    @Test
    void whereNoneCameOneBegins() {
        new Client(port, "").post("/toys", "", "traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01");
        await().untilAsserted(() -> assertThat(called).hasSize(1));

        assertThat(heard.getFirst().traceparent().orElseThrow())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("0".repeat(32));
    }
}
