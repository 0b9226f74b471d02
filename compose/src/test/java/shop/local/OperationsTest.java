package shop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import shop.platform.Id;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Logged;
import shop.platform.testing.TestBroker;
import tools.jackson.databind.JsonNode;

/** What those who run the shop see of it: its figures, the way of a request through it, and what it gave up on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Shop shop = Shop.open();
    private final Client admin = shop.admin().client();
    private Channel broker;

    @BeforeAll
    void connect() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(TestBroker.uri());
        broker = factory.newConnection("test-observer").createChannel();
    }

    @AfterAll
    void close() throws Exception {
        broker.getConnection().close();
        shop.close();
    }

    @Test
    void whatAnyServiceGaveUpOnCanBeSeenTriedAgainAndForgotten() throws Exception {
        var queues = queues();
        assertThat(queues.keySet()).containsExactlyInAnyOrderElementsOf(Local.NAMES);
        for (var queue : queues.values()) put(queue, "poison-" + queue, "no event".getBytes(UTF_8));

        queues.forEach((service, queue) -> {
            var letters = "/" + (service.equals("email") ? "emails" : service) + "/dead-letters";
            var id = "poison-" + queue;
            soon(() -> assertThat(letter(letters, id).path("queue").asString()).isEqualTo(queue));
            assertThat(letter(letters, id).path("reason").asString()).isNotEmpty();

            assertThat(admin.post(letters + "/" + id + "/replay", "").status()).isEqualTo(204);
            soon(() -> assertThat(letter(letters, id).path("id").asString())
                    .as("it fails again")
                    .isEqualTo(id));

            assertThat(admin.delete(letters + "/" + id).status()).isEqualTo(204);
            assertThat(letter(letters, id).isMissingNode()).isTrue();
        });
    }

    /** One queue of each service. */
    private static Map<String, String> queues() throws Exception {
        var definitions = Json.TOLERANT.readTree(Files.readString(Path.of("rabbitmq/definitions.json")));
        var queues = new TreeMap<String, String>();
        for (var each : definitions.path("queues")) {
            var name = each.path("name").asString();
            queues.putIfAbsent(name.substring(0, name.indexOf('.')), name);
        }
        return queues;
    }

    private void put(String queue, String id, byte[] body) throws Exception {
        broker.basicPublish(
                "", queue, new BasicProperties.Builder().messageId(id).build(), body);
    }

    private JsonNode letter(String letters, String id) {
        return ok(admin.get(letters + "?limit=100"))
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(id))
                .findFirst()
                .orElseGet(() -> Json.TOLERANT.missingNode());
    }

    @Test
    void whatIsTriedAgainWhenTheFaultIsMendedIsDoneOnce() throws Exception {
        var store = Id.next("sto", Instant.now());
        var event = Event.about(store, 1, new Fact("stores", "store.updated", Map.of("storeId", store)), Instant.now());
        put("activity.everything.dead", event.id(), event.json());

        assertThat(admin.post("/activity/dead-letters/" + event.id() + "/replay", "")
                        .status())
                .isEqualTo(204);

        soon(() -> assertThat(ok(admin.get("/activity?target=" + store)).body().path("items"))
                .hasSize(1));
        assertThat(letter("/activity/dead-letters", event.id()).isMissingNode()).isTrue();
        put("activity.everything", event.id(), event.json());
        soon(() -> assertThat(figure("events_handled_total", "activity.everything", "done"))
                .isPositive());
        assertThat(ok(admin.get("/activity?target=" + store)).body().path("items"))
                .hasSize(1);
    }

    @Test
    void aRequestIsOneTraceThroughEventsAndTheirConsumers() {
        var heard = new CopyOnWriteArrayList<Event>();
        shop.hear("test.traces", List.of("user.*", "session.*"), event -> {
            LoggerFactory.getLogger(OperationsTest.class).warn("heard {}", event.type());
            heard.add(event);
        });
        var person = shop.register("bea");
        try (var log = Logged.by(OperationsTest.class)) {
            ok(admin.put("/users/" + person.id() + "/status", "{\"status\": \"disabled\"}", "traceparent", PARENT));

            // users tells it, auth hears that, ends the sessions and tells it in turn
            soon(() -> assertThat(heard)
                    .filteredOn(event -> event.traceparent().orElse("").contains(TRACE))
                    .extracting(Event::type)
                    .contains("user.disabled", "session.revoked"));
            assertThat(heard)
                    .extracting(event -> event.traceparent().orElse(""))
                    .doesNotContain(PARENT);
            soon(() -> assertThat(log.events())
                    .filteredOn(line -> TRACE.equals(line.getMDCPropertyMap().get("traceId")))
                    .extracting(line -> line.getMDCPropertyMap().get("requestId"))
                    .containsAll(heard.stream()
                            .filter(event -> event.traceparent().orElse("").contains(TRACE))
                            .map(Event::id)
                            .toList()));
        }
    }

    @Test
    void theFiguresTellOfStoresQueuesAndBusiness() {
        var stall = Stall.open(shop.register("sally"), 10);
        var buyer = shop.register("ben").client();
        var before = figure("events_published_total", "order.placed");
        var declined = figure("http_server_problems_total", "payment_declined");
        var order = ok(buyer.post("/orders", """
                {"items": [{"productId": "%s", "quantity": 1}], "payment": {"method": "card"}, "shippingAddress":
                 {"fullName": "Ben", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}}""".formatted(stall.product()), "Idempotency-Key", "order"));
        assertThat(buyer.post(
                                "/orders/" + order.text("id") + "/payments",
                                "{\"token\": \"tok_declined\"}",
                                "Idempotency-Key",
                                "pay")
                        .status())
                .isEqualTo(402);

        soon(() -> {
            assertThat(figure("events_published_total", "order.placed")).isEqualTo(before + 1);
            assertThat(figure("http_server_problems_total", "payment_declined", "402"))
                    .isEqualTo(declined + 1);
            assertThat(figure("events_published_total", "user.registered")).isGreaterThanOrEqualTo(2);
            assertThat(figure("events_published_total", "store.published")).isPositive();
            assertThat(figure("events_published_total", "email.sent")).isPositive();
            assertThat(figure("events_handled_total", "email.orders", "done")).isPositive();
        });
        assertThat(families())
                .contains(
                        "mongodb_driver_pool_size",
                        "lettuce_command_completion_seconds",
                        "rabbitmq_connections",
                        "rabbitmq_published_total",
                        "jvm_memory_used_bytes",
                        "http_server_requests_seconds");
        for (var outbox : List.of("orders.orders", "products.stocks", "stores.stores", "reviews.reviews")) {
            soon(() ->
                    assertThat(series("outbox_lag_seconds", outbox)).as(outbox).hasSize(1));
        }
        soon(() -> assertThat(series("events_queue_depth", "orders.users")).hasSize(1));
        assertThat(series("events_dead_letters", "orders.users")).hasSize(1);
    }

    private double figure(String family, String... labels) {
        return series(family, labels).stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private List<String> series(String family, String... labels) {
        return metrics()
                .filter(line -> line.startsWith(family + "{"))
                .filter(line -> Stream.of(labels).allMatch(label -> line.contains(label + "\"")))
                .toList();
    }

    private List<String> families() {
        return metrics()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .toList();
    }

    private Stream<String> metrics() {
        return ok(shop.stranger().get("/metrics")).body().asString().lines();
    }

    private static void soon(ThrowingRunnable check) {
        await().untilAsserted(check);
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 299);
        return reply;
    }
}
