package shop.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.JsonNode;

/** The whole service over HTTP and events, with nothing but its database outside the process. */
class StoresAppTest {

    private static final String TEA = """
            {"name": "Tea House", "description": "Tea", "contactEmail": "ann@tea.example", "currency": "EUR", "country": "DE"}""";

    private final InMemoryBus bus = new InMemoryBus();
    private final Platform platform = TestPlatform.with(bus, Map.of());
    private final Server server = Server.start(
            platform, 0, List.of(each -> StoresApp.wire(new Service("stores", "/stores"), this::knows, each)));
    private final Client ann = new Client(server.port(), "ann");
    private final Client bob = new Client(server.port(), "bob");
    private final Client root = new Client(server.port(), "root");
    private final Client stranger = new Client(server.port(), "");
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("store.*"), heard::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private boolean knows(String userId) {
        return !userId.startsWith("no");
    }

    private String opened() {
        return ann.post("/stores", TEA).header("Location");
    }

    private String published() {
        var store = opened();
        assertThat(ann.post(store + "/publish", "{}").status()).isEqualTo(200);
        return store;
    }

    @Test
    void aStoreIsOpenedAsADraftAndPublished() {
        var opened = ann.post("/stores", TEA);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("status")).isEqualTo("draft");
        assertThat(opened.text("slug")).isEqualTo("tea-house");
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        var path = opened.header("Location");
        problem(stranger.get(path), 404, "store_not_found");
        assertThat(items(stranger.get("/stores"))).isEmpty();

        assertThat(ann.post(path + "/publish", "{}").text("status")).isEqualTo("published");

        assertThat(stranger.get(path).text("name")).isEqualTo("Tea House");
        assertThat(stranger.get("/stores/tea-house").text("id")).isEqualTo(opened.text("id"));
        assertThat(items(stranger.get("/stores?q=tea&country=DE"))).hasSize(1);
        assertThat(items(ann.get("/stores/mine"))).hasSize(1);
        assertThat(items(bob.get("/stores/mine"))).isEmpty();
        await().untilAsserted(() ->
                assertThat(heard).extracting(Event::type).containsExactly("store.created", "store.published"));
    }

    @Test
    void aWrongMoveNamesTheRightOnes() {
        var store = opened();

        var refused = ann.post(store + "/deactivate", "{}");

        problem(refused, 409, "invalid_transition");
        assertThat(refused.body().path("allowed").valueStream().map(each -> each.asString()))
                .containsExactly("published", "suspended", "closed");
    }

    @Test
    void ofTwentyWhoWantOneSlugOneGetsIt() throws Exception {
        var wanted = TEA.replace("{", "{\"slug\": \"tea\", ");
        assertThat(statuses(20, () -> ann.post("/stores", wanted)))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @Test
    void ofTwentyWithOneNameEachGetsAStore() throws Exception {
        assertThat(statuses(20, () -> ann.post("/stores", TEA))).containsOnly(201);
        assertThat(items(ann.get("/stores/mine?limit=100")))
                .extracting(each -> each.path("slug").asString())
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void twentyAreHiredAtOnce() throws Exception {
        var store = opened();
        var numbers = new AtomicInteger();

        var hired =
                statuses(20, () -> ann.put(store + "/staff/usr_" + numbers.incrementAndGet(), "{\"role\": \"staff\"}"));

        assertThat(hired).containsOnly(200);
        assertThat(ann.get(store).body().path("staff")).hasSize(20);
    }

    @Test
    void ofTwentyWhoPublishOneDoes() throws Exception {
        var store = opened();
        assertThat(statuses(20, () -> ann.post(store + "/publish", "{}")))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
    }

    private static List<Integer> statuses(int times, Callable<Reply> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var reply : threads.invokeAll(Collections.nCopies(times, call))) {
                statuses.add(reply.get().status());
            }
            return statuses;
        }
    }

    @Test
    void nobodyUnknownIsHired() {
        var store = opened();
        problem(ann.put(store + "/staff/nobody", "{\"role\": \"staff\"}"), 404, "user_not_found");
        problem(ann.put(store + "/staff/..%2Fann", "{\"role\": \"staff\"}"), 404, "user_not_found");
        problem(bob.put(store + "/staff/nobody", "{\"role\": \"staff\"}"), 404, "store_not_found");
        assertThat(ann.put(store + "/staff/ann", "{\"role\": \"staff\"}").body().path("staff"))
                .isEmpty();
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        var store = published();
        var seen = stranger.get(store);

        assertThat(stranger.send("GET", store, "", "If-None-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(304);
        ann.patch(store, "{\"name\": \"New\"}", "If-Match", seen.header("ETag"));
        assertThat(stranger.send("GET", store, "", "If-None-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHistoryHasPages() {
        var store = opened();
        for (int i = 0; i < 2; i++) {
            ann.post(store + "/publish", "{}");
            ann.post(store + "/deactivate", "{\"reason\": \"holiday %d\"}".formatted(i));
        }

        var first = ann.get(store + "/history?limit=3");
        var second = ann.get(store + "/history?limit=3&cursor=" + first.text("next"));

        assertThat(items(first))
                .extracting(change -> change.path("status").asString())
                .containsExactly("deactivated", "published", "deactivated");
        assertThat(items(second))
                .extracting(change -> change.path("status").asString())
                .containsExactly("published", "draft");
        assertThat(items(second).getLast().path("by").asString()).isEqualTo("ann");
        assertThat(second.body().path("next").isNull()).isTrue();
    }

    @Test
    void aTakenSlugIsAConflictAndAMadeOneIsNot() {
        opened();

        assertThat(bob.post("/stores", TEA).text("slug")).startsWith("tea-house-");
        problem(
                bob.post("/stores", TEA.replace("\"Tea House\"", "\"Other\", \"slug\": \"tea-house\"")),
                409,
                "slug_taken");
        problem(
                bob.post("/stores", TEA.replace("\"Tea House\"", "\"Other\", \"slug\": \"Tea House\"")),
                422,
                "invalid_format");
    }

    @Test
    void badInputIsPointedAt() {
        for (var each : Map.of(
                        "/contactEmail", TEA.replace("ann@tea.example", "ann"),
                        "/country", TEA.replace("DE", "XX"),
                        "/currency", TEA.replace("EUR", "EURO"),
                        "/name", TEA.replace("Tea House", " "),
                        "/logoUrl", TEA.replace("{", "{\"logoUrl\": \"javascript:alert(1)\", "),
                        "/ownerId", TEA.replace("{", "{\"ownerId\": \"bob\", "))
                .entrySet()) {
            var refused = ann.post("/stores", each.getValue());
            assertThat(refused.status()).as(each.getKey()).isEqualTo(422);
            assertThat(refused.error().path("pointer").asString()).isEqualTo(each.getKey());
        }
    }

    @Test
    void aChangeNeedsTheVersionSeen() {
        var store = published();

        problem(ann.patch(store, "{\"name\": \"New\"}"), 428, "precondition_required");
        problem(ann.patch(store, "{\"name\": \"New\"}", "If-Match", "\"1\""), 412, "stale_version");
        var changed =
                ann.patch(store, "{\"name\": \"New\", \"logoUrl\": \"https://x.example/l.png\"}", "If-Match", "\"2\"");
        assertThat(changed.text("name")).isEqualTo("New");
        assertThat(changed.text("description")).isEqualTo("Tea");
        var removed = ann.patch(store, "{\"logoUrl\": null}", "If-Match", "\"3\"");
        assertThat(removed.body().has("logoUrl")).isFalse();
        problem(ann.patch(store, "{\"currency\": \"USD\"}", "If-Match", "\"4\""), 422, "unknown_field");
        problem(ann.patch(store, "{\"name\": null}", "If-Match", "\"4\""), 422, "required");
    }

    @Test
    void strangersHandsAreKeptOff() {
        var store = published();

        problem(bob.patch(store, "{\"name\": \"Mine\"}", "If-Match", "\"2\""), 403, "forbidden");
        problem(bob.post(store + "/deactivate", "{}"), 403, "forbidden");
        problem(bob.delete(store), 403, "forbidden");
        problem(bob.get(store + "/history"), 403, "forbidden");
        problem(bob.put(store + "/staff/bob", "{\"role\": \"staff\"}"), 403, "forbidden");
        problem(ann.post(store + "/suspend", "{\"reason\": \"x\"}"), 403, "forbidden");
        assertThat(stranger.get(store).body().has("staff")).isFalse();
    }

    @Test
    void staffRunAStoreButDoNotOwnIt() {
        var store = published();
        assertThat(ann.put(store + "/staff/bob", "{\"role\": \"staff\"}")
                        .body()
                        .at("/staff/0/userId")
                        .asString())
                .isEqualTo("bob");

        assertThat(bob.post(store + "/deactivate", "{\"reason\": \"holiday\"}").status())
                .isEqualTo(200);
        problem(bob.delete(store), 403, "forbidden");
        problem(bob.delete(store + "/staff/bob"), 403, "forbidden");
        assertThat(new Client(server.port(), "service")
                        .get(store)
                        .body()
                        .at("/staffIds/0")
                        .asString())
                .isEqualTo("bob");

        assertThat(ann.delete(store + "/staff/bob").status()).isEqualTo(204);
        problem(bob.get(store), 404, "store_not_found");
        problem(ann.put(store + "/staff/bob", "{\"role\": \"owner\"}"), 422, "invalid_value");
    }

    @Test
    void anAdminSuspendsWithAReasonAndReinstates() {
        var store = published();

        problem(root.post(store + "/suspend", "{}"), 422, "required");
        assertThat(root.post(store + "/suspend", "{\"reason\": \"fraud\"}").text("status"))
                .isEqualTo("suspended");
        problem(stranger.get(store), 404, "store_not_found");
        problem(ann.post(store + "/publish", "{}"), 409, "invalid_transition");
        assertThat(root.post(store + "/reinstate", "{}").text("status")).isEqualTo("published");
        problem(root.post(store + "/reinstate", "{}"), 409, "invalid_transition");

        var history = items(ann.get(store + "/history"));
        assertThat(history)
                .extracting(change -> change.path("status").asString())
                .containsExactly("published", "suspended", "published", "draft");
        assertThat(history.get(1).path("reason").asString()).isEqualTo("fraud");
    }

    @Test
    void aClosedStoreStaysClosed() {
        var store = published();

        problem(ann.delete(store, "If-Match", "\"1\""), 412, "stale_version");
        assertThat(ann.delete(store).status()).isEqualTo(204);
        problem(ann.delete(store), 409, "invalid_transition");
        problem(ann.patch(store, "{\"name\": \"New\"}", "If-Match", "\"3\""), 409, "store_closed");
        problem(ann.put(store + "/staff/bob", "{\"role\": \"staff\"}"), 409, "store_closed");
        problem(root.post(store + "/suspend", "{\"reason\": \"x\"}"), 409, "invalid_transition");
        problem(stranger.get(store), 404, "store_not_found");
        problem(bob.post("/stores", TEA.replace("{", "{\"slug\": \"tea-house\", ")), 409, "slug_taken");
        await().untilAsserted(() -> assertThat(heard).extracting(Event::type).endsWith("store.closed"));
    }

    @Test
    void siblingsGetWhatIsKeptOfAPerson() {
        var path = opened();

        var service = new Client(server.port(), "service");
        assertThat(service.get("/stores/export/ann").body().path("stores")).hasSize(1);
        assertThat(service.get("/stores/export/bob").body().path("stores")).isEmpty();
        ann.put(path + "/staff/bob", "{\"role\": \"staff\"}");
        var ofBob = service.get("/stores/export/bob").body();
        assertThat(ofBob.path("stores")).isEmpty();
        assertThat(ofBob.at("/worksIn/0/name").asString()).isEqualTo("Tea House");
        assertThat(ofBob.toString()).doesNotContain("ann@tea.example");
        problem(ann.get("/stores/export/ann"), 403, "forbidden");
    }

    private static List<JsonNode> items(Reply reply) {
        return reply.body().path("items").valueStream().toList();
    }

    private static void problem(Reply reply, int status, String code) {
        assertThat(reply.text("code")).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }
}
