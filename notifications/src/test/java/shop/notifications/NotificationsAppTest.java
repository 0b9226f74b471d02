package shop.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Device;
import shop.notifications.domain.Push;
import shop.notifications.domain.Teams.Team;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.JsonNode;

/** The whole service over HTTP, streams and events; only the stores' service and Firebase are twins. */
class NotificationsAppTest {

    private final InMemoryBus bus = new InMemoryBus();
    private final Platform platform = TestPlatform.with(
            bus, Map.of("DATABASE_PREFIX", TestMongo.freshName() + "-", "NOTIFICATIONS_HEARTBEAT", "1s"));
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private final Push push = (notification, devices) -> {
        devices.forEach(device -> pushed.add(device.token() + " " + notification.type()));
        return devices.stream().map(Device::token).filter("dead"::equals).toList();
    };
    private final Server server = Server.start(
            platform,
            0,
            List.of(each ->
                    NotificationsApp.wire(new Service("notifications", "/notifications"), push, this::ask, each)));
    private final Client ann = new Client(server.port(), "ann");
    private final Client bob = new Client(server.port(), "bob");
    private final HttpClient http = HttpClient.newHttpClient();

    private Optional<Team> ask(String storeId) {
        return Optional.of(new Team(storeId, "bob", List.of("cat"), 1));
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
    }

    private void happens(String type, String id, String... replacements) {
        var sample = Contracts.sample(type);
        var text = sample.data().toString();
        for (int i = 0; i < replacements.length; i += 2) {
            text = text.replaceAll(
                    "\"" + replacements[i] + "\":\"[^\"]*\"",
                    "\"" + replacements[i] + "\":\"" + replacements[i + 1] + "\"");
        }
        bus.publish(List.of(new Event(
                id,
                sample.source(),
                type,
                sample.subject(),
                sample.time(),
                sample.digits(),
                sample.traceparent(),
                Json.TOLERANT.readTree(text))));
    }

    @Test
    void theBuyerAndTheStoresPeopleAreTold() {
        happens("order.placed", "evt_1", "customerId", "ann");
        happens("order.placed", "evt_1", "customerId", "ann");

        var mine = items(ann.get("/notifications"));
        assertThat(mine).singleElement().satisfies(one -> {
            assertThat(one.path("type").asString()).isEqualTo("order_placed");
            assertThat(one.path("title").asString()).isEqualTo("Order 2030-000001 received");
            assertThat(one.at("/data/orderId").asString()).startsWith("ord_");
        });
        for (var who : List.of("bob", "cat")) {
            assertThat(items(new Client(server.port(), who).get("/notifications")))
                    .singleElement()
                    .extracting(one -> one.path("type").asString())
                    .isEqualTo("store_order_received");
        }
    }

    @Test
    void everyEventHasItsWords() {
        for (var type : List.of(
                "order.paid",
                "order.shipped",
                "order.delivered",
                "order.cancelled",
                "order.expired",
                "order.refunded")) {
            happens(type, type, "customerId", "ann");
        }
        happens("user.logged_in", "in", "userId", "ann");
        happens("user.password_changed", "changed", "userId", "ann");
        happens("user.roles_changed", "roles", "userId", "ann");
        happens("review.replied", "replied", "authorId", "ann");
        for (var type : List.of("store.suspended", "store.reinstated")) happens(type, type, "ownerId", "ann");
        for (var type : List.of("stock.low", "stock.depleted", "review.created")) happens(type, type);

        var seen = items(ann.get("/notifications?limit=100"));
        assertThat(seen)
                .hasSize(15)
                .allSatisfy(one ->
                        assertThat(one.path("title").asString()).isNotBlank().doesNotContain("{"));
        assertThat(items(ann.get("/notifications?type=order_cancelled"))).hasSize(2);
    }

    @Test
    void theLanguageIsThePersons() {
        happens("user.profile_updated", "p", "userId", "ann", "locale", "de-AT");
        happens("order.paid", "evt_1", "customerId", "ann");

        assertThat(items(ann.get("/notifications")).getFirst().path("title").asString())
                .isEqualTo("Bestellung 2030-000001 bezahlt");
    }

    @Test
    void readingAndRemovingIsForTheOwnerOnly() {
        happens("order.paid", "evt_1", "customerId", "ann");
        var id = items(ann.get("/notifications")).getFirst().path("id").asString();

        assertThat(ann.get("/notifications/unread-count").body().path("count").asInt())
                .isEqualTo(1);
        problem(bob.post("/notifications/" + id + "/read", ""), 404, "notification_not_found");
        problem(bob.delete("/notifications/" + id), 404, "notification_not_found");
        assertThat(ann.post("/notifications/" + id + "/read", "").status()).isEqualTo(204);
        assertThat(items(ann.get("/notifications?unread=true"))).isEmpty();
        assertThat(ann.delete("/notifications/" + id).status()).isEqualTo(204);
        assertThat(items(ann.get("/notifications"))).isEmpty();
        happens("order.shipped", "evt_2", "customerId", "ann");
        assertThat(ann.post("/notifications/read-all", "").status()).isEqualTo(204);
        assertThat(ann.get("/notifications/unread-count").body().path("count").asInt())
                .isZero();
    }

    @Test
    void aStreamResumesWithNothingLostAndNothingTwice() throws Exception {
        happens("order.placed", "evt_1", "customerId", "ann");
        happens("order.paid", "evt_2", "customerId", "ann");

        var lines = stream("Last-Event-ID", "1");
        await().untilAsserted(() -> assertThat(ids(lines)).containsExactly("2"));
        happens("order.shipped", "evt_3", "customerId", "ann");
        happens("order.shipped", "evt_3", "customerId", "ann");
        happens("order.delivered", "evt_4", "customerId", "ann");

        await().untilAsserted(() -> assertThat(ids(lines)).containsExactly("2", "3", "4"));
        await().untilAsserted(() ->
                assertThat(lines).filteredOn(line -> line.startsWith(":")).hasSizeGreaterThan(2));
        assertThat(lines).contains("event: notification");
    }

    private List<String> stream(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/notifications/stream"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer ann")
                .headers(headers)
                .build();
        var response = http.send(request, BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        var lines = new CopyOnWriteArrayList<String>();
        Thread.startVirtualThread(() -> response.body().forEach(lines::add));
        return lines;
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }

    @Test
    void aBadStreamIsRefused() {
        problem(new Client(server.port(), "").get("/notifications/stream"), 401, "unauthenticated");
        problem(new Client(server.port(), "").get("/notifications/stream?ticket=made-up"), 401, "unauthenticated");
        problem(ann.send("GET", "/notifications/stream", "", "Last-Event-ID", "x"), 400, "invalid_header");
        problem(ann.get("/notifications/stream"), 406, "not_acceptable");
    }

    @Test
    void aTicketOpensOneSocketWhichResumes() throws Exception {
        happens("order.placed", "evt_1", "customerId", "ann");
        happens("order.paid", "evt_2", "customerId", "ann");
        var issued = ann.post("/notifications/tickets", "");
        assertThat(issued.status()).isEqualTo(201);
        var ticket = issued.text("ticket");

        var told = socket(ticket, "{\"type\":\"resume\",\"after\":1}");
        await().untilAsserted(() -> assertThat(told).anyMatch(message -> message.contains("\"seq\":2")));
        happens("order.shipped", "evt_3", "customerId", "ann");
        await().untilAsserted(() -> assertThat(told).anyMatch(message -> message.contains("\"seq\":3")));
        assertThat(told).noneMatch(message -> message.contains("\"seq\":1,"));

        var again = socket(ticket); // says nothing: the server may have hung up already
        await().untilAsserted(() -> assertThat(again).contains("closed 1008"));
    }

    private List<String> socket(String ticket, String... messages) throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var listener = new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                text.append(part);
                if (last) {
                    told.add(text.toString());
                    text.setLength(0);
                }
                socket.request(1);
                return CompletableFuture.completedFuture(true);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                told.add("closed " + code);
                return CompletableFuture.completedFuture(true);
            }
        };
        var uri = URI.create("ws://127.0.0.1:" + server.port() + "/notifications/ws?ticket=" + ticket);
        var socket = http.newWebSocketBuilder().buildAsync(uri, listener).get();
        for (var message : messages) socket.sendText(message, true).get();
        return told;
    }

    @Test
    void whatIsSwitchedOffIsNotToldButSecurityIs() {
        var off = "{\"inApp\": false, \"push\": false, \"email\": false}";
        assertThat(ann.put("/notifications/preferences", "{\"types\": {\"order_paid\": " + off + "}}")
                        .status())
                .isEqualTo(200);
        happens("order.paid", "evt_1", "customerId", "ann");
        assertThat(items(ann.get("/notifications"))).isEmpty();
        assertThat(ann.get("/notifications/preferences")
                        .body()
                        .at("/types/order_paid/inApp")
                        .asBoolean())
                .isFalse();
        assertThat(ann.get("/notifications/preferences")
                        .body()
                        .at("/types/order_placed/inApp")
                        .asBoolean())
                .isTrue();

        var asked = new Client(server.port(), "service").get("/notifications/preferences/ann");
        assertThat(asked.body().at("/types/order_paid/email").asBoolean()).isFalse();
        assertThat(bob.get("/notifications/preferences/ann").status()).isEqualTo(403);

        var refused = ann.put("/notifications/preferences", "{\"types\": {\"security_new_sign_in\": " + off + "}}");
        problem(refused, 422, "not_optional");
        assertThat(refused.error().path("pointer").asString()).isEqualTo("/types/security_new_sign_in/inApp");
        var nothing = ann.put("/notifications/preferences", "{\"types\": {\"order_placed\": null}}");
        problem(nothing, 422, "required");
        assertThat(nothing.error().path("pointer").asString()).isEqualTo("/types/order_placed");
        assertThat(ann.put("/notifications/preferences", "{\"types\": {\"no_such_type\": " + off + "}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void devicesArePushedToUntilTheyAreDead() {
        assertThat(ann.post("/notifications/devices", "{\"token\": \"t1\", \"platform\": \"web\"}")
                        .status())
                .isEqualTo(201);
        ann.post("/notifications/devices", "{\"token\": \"dead\", \"platform\": \"ios\"}");
        happens("order.paid", "evt_1", "customerId", "ann");
        happens("order.shipped", "evt_2", "customerId", "ann");
        assertThat(pushed).containsExactlyInAnyOrder("t1 ORDER_PAID", "dead ORDER_PAID", "t1 ORDER_SHIPPED");

        var mine = bob.post("/notifications/devices", "{\"token\": \"t1\", \"platform\": \"web\"}");
        happens("order.delivered", "evt_3", "customerId", "ann");
        assertThat(pushed).hasSize(3);
        problem(ann.delete(mine.header("Location")), 404, "device_not_found");
        assertThat(bob.delete(mine.header("Location")).status()).isEqualTo(204);
    }

    @Test
    void nothingIsLeftOfWhoIsErased() {
        happens("order.paid", "evt_1", "customerId", "ann");
        ann.post("/notifications/devices", "{\"token\": \"t1\", \"platform\": \"web\"}");
        var service = new Client(server.port(), "service");
        assertThat(service.get("/notifications/export/ann").body().path("notifications"))
                .hasSize(1);

        happens("user.deleted", "gone", "userId", "ann");

        assertThat(service.get("/notifications/export/ann").body().path("notifications"))
                .isEmpty();
        assertThat(service.get("/notifications/export/ann").body().path("devices"))
                .isEmpty();
    }

    @Test
    void nothingThatComesLateBringsBackWhoIsErased() {
        happens("user.deleted", "gone", "userId", "ann");

        ann.post("/notifications/devices", "{\"token\": \"t1\", \"platform\": \"web\"}");
        happens("order.shipped", "evt_2", "customerId", "ann");
        happens("user.password_changed", "evt_3", "userId", "ann");

        var kept = new Client(server.port(), "service")
                .get("/notifications/export/ann")
                .body();
        assertThat(kept.path("devices")).isEmpty();
        assertThat(kept.path("notifications")).isEmpty();
    }

    private static List<JsonNode> items(Reply reply) {
        return reply.body().path("items").valueStream().toList();
    }

    private static void problem(Reply reply, int status, String code) {
        assertThat(reply.text("code")).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }
}
