package shop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;
import shop.users.domain.Account;
import shop.users.domain.History;
import shop.users.domain.Outside;
import shop.users.domain.Role;
import tools.jackson.databind.JsonNode;

/** The whole service over HTTP and events; its siblings are twins. */
class UsersAppTest {

    private static final String HOME = """
            {"label": "home", "fullName": "Ann Example", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final InMemoryBus bus = new InMemoryBus();
    private final Platform platform = TestPlatform.with(bus, Map.of());
    private final Outside outside = new Outside(
            this::account,
            (user, limit, cursor) -> new History.Part(List.of(Map.of("type", "user.logged_in")), Optional.empty()),
            user -> Map.of("orders", Map.of("orders", List.of())));
    private final Server server =
            Server.start(platform, 0, List.of(each -> UsersApp.wire(new Service("users", "/users"), outside, each)));
    private final Client ann = new Client(server.port(), "ann");
    private final Client root = new Client(server.port(), "root");
    private final Client sue = new Client(server.port(), "sue");
    private final Client service = new Client(server.port(), "service");
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    private Optional<Account> account(String id) {
        asked.add(id);
        if (id.startsWith("no")) return Optional.empty();
        var roles = id.equals("root") ? Set.of(Role.CUSTOMER, Role.ADMIN) : Set.of(Role.CUSTOMER);
        return Optional.of(new Account(
                id, id + "@shop.test", false, id + " Example", roles, Instant.parse("2030-01-01T00:00:00Z")));
    }

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("user.*"), heard::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void told(String type, String user) {
        var sample = Contracts.sample(type);
        var data = Json.TOLERANT.readTree(sample.data().toString().replaceAll("usr_[a-z0-9]+", user));
        bus.publish(List.of(new Event(
                sample.id(), sample.source(), type, user, sample.time(), sample.digits(), sample.traceparent(), data)));
    }

    @Test
    void aProfileIsThereAtOnceAndStaysWhenTheEventComesLater() {
        var mine = ann.get("/users/me");
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.text("email")).isEqualTo("ann@shop.test");
        assertThat(mine.header("ETag")).isEqualTo("\"1\"");
        ann.patch("/users/me", "{\"displayName\": \"Annie\"}", "If-Match", "\"1\"");

        told("user.registered", "ann");

        assertThat(ann.get("/users/me").text("displayName")).isEqualTo("Annie");
    }

    @Test
    void aProfileIsMergedUnderItsVersion() {
        ann.get("/users/me");
        problem(ann.patch("/users/me", "{}"), 428, "precondition_required");
        var changed = ann.patch(
                "/users/me",
                "{\"phone\": \"+49 (30) 12-34\", \"locale\": \"de-DE\", \"marketingConsent\": true}",
                "If-Match",
                "\"1\"");
        assertThat(changed.text("phone")).isEqualTo("+49301234");
        assertThat(changed.body().at("/consent/source").asString()).isEqualTo("profile");
        assertThat(changed.body().at("/consent/at").asString()).isEqualTo("2030-01-02T12:00:00.000Z");
        problem(ann.patch("/users/me", "{\"phone\": null}", "If-Match", "\"1\""), 412, "stale_version");
        assertThat(ann.patch("/users/me", "{\"phone\": null}", "If-Match", "\"2\"")
                        .body()
                        .has("phone"))
                .isFalse();
        await().untilAsserted(() -> assertThat(heard)
                .extracting(Event::type)
                .containsExactly("user.profile_updated", "user.profile_updated"));
    }

    @Test
    void badProfilesArePointedAt() {
        ann.get("/users/me");
        for (var each : Map.of(
                        "/displayName", "{\"displayName\": \" \"}",
                        "/phone", "{\"phone\": \"call me\"}",
                        "/locale", "{\"locale\": \"not a locale\"}",
                        "/avatarUrl", "{\"avatarUrl\": \"http://x.example/a.png\"}",
                        "/email", "{\"email\": \"other@shop.test\"}")
                .entrySet()) {
            var refused = ann.patch("/users/me", each.getValue(), "If-Match", "\"1\"");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.error().path("pointer").asString()).isEqualTo(each.getKey());
        }
    }

    @Test
    void anAddressBookHasOneDefaultOfAKind() {
        var home = ann.post("/users/me/addresses", HOME);
        assertThat(home.status()).isEqualTo(201);
        assertThat(home.body().path("defaultShipping").asBoolean()).isTrue();
        var work = ann.post("/users/me/addresses", HOME.replace("{", "{\"defaultShipping\": true, "));
        assertThat(work.body().path("defaultBilling").asBoolean()).isFalse();

        var book = items(ann.get("/users/me/addresses"));
        assertThat(book)
                .extracting(each -> each.path("defaultShipping").asBoolean())
                .containsExactly(false, true);
        assertThat(book)
                .extracting(each -> each.path("defaultBilling").asBoolean())
                .containsExactly(true, false);

        var path = home.header("Location");
        problem(ann.put(path, HOME, "If-Match", "\"1\""), 412, "stale_version"); // it gave its default away
        assertThat(ann.put(path, HOME.replace("home", "old"), "If-Match", "\"2\"")
                        .text("label"))
                .isEqualTo("old");
        assertThat(service.get("/users/ann/addresses/" + home.text("id")).text("city"))
                .isEqualTo("Berlin");
        problem(new Client(server.port(), "bob").put(path, HOME, "If-Match", "\"3\""), 404, "address_not_found");
        assertThat(ann.delete(path).status()).isEqualTo(204);
        problem(ann.delete(path), 404, "address_not_found");
    }

    @Test
    void anAddressBookHasPages() {
        for (int i = 0; i < 3; i++) ann.post("/users/me/addresses", HOME);

        var first = ann.get("/users/me/addresses?limit=2").body();
        var second = ann.get(
                "/users/me/addresses?limit=2&cursor=" + first.path("next").asString());

        assertThat(first.path("items")).hasSize(2);
        assertThat(items(second)).hasSize(1);
        assertThat(second.body().path("next").isNull()).isTrue();
    }

    @Test
    void manyAddressesAtOnceAreAllKeptWithOneDefaultOfAKind() throws Exception {
        var wanted = HOME.replace("{", "{\"defaultShipping\": true, \"defaultBilling\": true, ");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var added : threads.invokeAll(
                    Collections.<Callable<Reply>>nCopies(20, () -> ann.post("/users/me/addresses", wanted)))) {
                assertThat(added.get().status()).isEqualTo(201);
            }
        }
        var book = items(ann.get("/users/me/addresses?limit=100"));
        assertThat(book).hasSize(20);
        for (var kind : List.of("defaultShipping", "defaultBilling")) {
            assertThat(book.stream().filter(each -> each.path(kind).asBoolean()))
                    .hasSize(1);
        }
    }

    @Test
    void anAddressThatIsNoneIsPointedAt() {
        for (var each : Map.of(
                        "/postalCode", HOME.replace("10115", "1011"),
                        "/country", HOME.replace("DE", "XX"),
                        "/city", HOME.replace("Berlin", ""),
                        "/region", HOME.replace("DE", "US"),
                        "/phone", HOME.replace("{", "{\"phone\": \"x\", "))
                .entrySet()) {
            var refused = ann.post("/users/me/addresses", each.getValue());
            assertThat(refused.status()).as(each.getKey()).isEqualTo(422);
            assertThat(refused.error().path("pointer").asString()).isEqualTo(each.getKey());
        }
    }

    @Test
    void adminsFindPeopleAndSayWhatTheyMay() {
        ann.get("/users/me");
        root.get("/users/me");
        assertThat(items(sue.get("/users?q=ANN@"))).hasSize(1);
        assertThat(items(sue.get("/users?q=exam&role=admin"))).hasSize(1);
        assertThat(items(sue.get("/users?status=disabled"))).isEmpty();
        problem(ann.get("/users"), 403, "forbidden");

        var changed = root.put("/users/ann/roles", "{\"roles\": [\"support\"]}");
        assertThat(changed.body().path("roles")).hasSize(2);
        problem(sue.put("/users/ann/roles", "{\"roles\": []}"), 403, "forbidden");
        assertThat(root.put("/users/ann/roles", "{\"roles\": [\"king\"]}").status())
                .isEqualTo(422);
        problem(root.put("/users/nobody/roles", "{\"roles\": []}"), 404, "user_not_found");
        await().untilAsserted(() -> assertThat(heard).extracting(Event::type).containsExactly("user.roles_changed"));
    }

    @Test
    void whatIsNoIdIsLookedForNowhere() {
        for (var id : List.of("..%2Fexport%2Fann", "ann%3Fx=1", "ann%2F", "%C3%A4nn", "a".repeat(65))) {
            problem(root.get("/users/" + id), 404, "user_not_found");
            problem(root.put("/users/" + id + "/roles", "{\"roles\": []}"), 404, "user_not_found");
            problem(service.get("/users/export/" + id), 404, "user_not_found");
            problem(service.get("/users/" + id + "/addresses/adr_1"), 404, "user_not_found");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theLastAdminStays() {
        root.get("/users/me");
        problem(root.put("/users/root/roles", "{\"roles\": []}"), 409, "last_admin");
        problem(root.put("/users/root/status", "{\"status\": \"disabled\"}"), 409, "last_admin");
        problem(root.delete("/users/me"), 409, "last_admin");

        assertThat(root.put("/users/ann/roles", "{\"roles\": [\"admin\"]}").status())
                .isEqualTo(200);
        assertThat(root.put("/users/root/roles", "{\"roles\": []}").status()).isEqualTo(200);
        problem(root.put("/users/ann/roles", "{\"roles\": []}"), 409, "last_admin");
    }

    @Test
    void somebodyIsDisabledAndEnabledOnce() {
        ann.get("/users/me");
        for (var status : List.of("disabled", "disabled", "active")) {
            assertThat(root.put("/users/ann/status", "{\"status\": \"" + status + "\"}")
                            .text("status"))
                    .isEqualTo(status);
        }
        problem(root.put("/users/ann/status", "{\"status\": \"deleted\"}"), 422, "invalid_value");
        await().untilAsserted(() ->
                assertThat(heard).extracting(Event::type).containsExactly("user.disabled", "user.enabled"));
    }

    @Test
    void anErasedPersonLeavesNothing() {
        ann.post("/users/me/addresses", HOME);
        assertThat(ann.delete("/users/me").status()).isEqualTo(202);

        problem(ann.get("/users/me"), 404, "user_not_found");
        problem(root.get("/users/ann"), 404, "user_not_found");
        told("user.registered", "ann");
        told("user.email_verified", "ann");
        problem(ann.get("/users/me"), 404, "user_not_found");
        await().untilAsserted(() -> assertThat(heard).extracting(Event::type).contains("user.deleted"));
        await().untilAsserted(() -> assertThat(platform.database("users")
                        .getCollection("users")
                        .find()
                        .first()
                        .toJson())
                .doesNotContain("ann@shop.test", "ann Example", "Main Street"));
        assertThat(items(root.get("/users")))
                .extracting(each -> each.path("id").asString())
                .doesNotContain("ann");
    }

    @Test
    void whatAllServicesKnowIsTold() {
        var all = ann.get("/users/me/export").body();
        assertThat(all.at("/users/profile/email").asString()).isEqualTo("ann@shop.test");
        assertThat(all.has("orders")).isTrue();
        assertThat(items(ann.get("/users/me/activity"))).hasSize(1);
        assertThat(service.get("/users/export/ann").body().has("addresses")).isTrue();
    }

    @Test
    void aProvenAddressIsSeen() {
        told("user.registered", "ann");
        told("user.email_verified", "ann");
        assertThat(ann.get("/users/me").body().path("emailVerified").asBoolean())
                .isTrue();
    }

    private static List<JsonNode> items(Reply reply) {
        return reply.body().path("items").valueStream().toList();
    }

    private static void problem(Reply reply, int status, String code) {
        assertThat(reply.text("code")).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }
}
