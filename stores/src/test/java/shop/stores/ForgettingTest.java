package shop.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** What is left of a store when its people are erased. */
class ForgettingTest {

    private static final String HIRED = "{\"role\": \"staff\"}";
    private static final String TEA = """
            {"name": "Tea House", "description": "By Ann", "contactEmail": "ann@tea.example", "currency": "EUR", "country": "DE",
             "logoUrl": "https://ann.example/face.png",
             "address": {"fullName": "Ann Example", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}}""";

    private final InMemoryBus bus = new InMemoryBus();
    private final Platform platform = TestPlatform.with(bus, Map.of());
    private final Server server = Server.start(
            platform, 0, List.of(each -> StoresApp.wire(new Service("stores", "/stores"), user -> true, each)));
    private final Client ann = new Client(server.port(), "ann");
    private final Client bob = new Client(server.port(), "bob");
    private final Client root = new Client(server.port(), "root");
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("store.*"), heard::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void erased(String user) {
        var sample = Contracts.sample("user.deleted");
        var data = Json.TOLERANT.readTree("{\"userId\": \"%s\"}".formatted(user));
        bus.publish(List.of(new Event(
                sample.id(),
                sample.source(),
                sample.type(),
                user,
                sample.time(),
                sample.digits(),
                sample.traceparent(),
                data)));
    }

    private String kept() {
        return platform.database("stores")
                .getCollection("stores")
                .find()
                .map(document -> document.toJson())
                .into(new ArrayList<>())
                .toString();
    }

    private void nothingOfAnn() {
        await().untilAsserted(() -> assertThat(kept())
                .doesNotContain("ann@tea.example", "Ann Example", "Main Street", "By Ann", "face.png", "Ann is ill"));
    }

    @Test
    void anOpenStoreCloses() {
        var store = ann.post("/stores", TEA).header("Location");
        ann.post(store + "/publish", "{}");
        ann.post(store + "/deactivate", "{\"reason\": \"Ann is ill\"}");

        erased("ann");
        erased("ann");

        assertThat(root.get(store).text("status")).isEqualTo("closed");
        assertThat(root.get(store).text("version")).isEqualTo("4");
        nothingOfAnn();
        await().untilAsserted(() -> assertThat(heard).extracting(Event::type).endsWith("store.closed"));
        assertThat(heard.getLast().data().has("contactEmail")).isFalse();
        var history = root.get(store + "/history").body().path("items");
        assertThat(history.valueStream().map(each -> each.path("status").asString()))
                .containsExactly("closed", "deactivated", "published", "draft");
        assertThat(history.at("/0/reason").asString()).isEqualTo("the owner has left");
        assertThat(history.at("/1").has("reason")).isFalse();
    }

    @Test
    void aClosedStoreForgetsToo() {
        var store = ann.post("/stores", TEA).header("Location");
        ann.delete(store);

        erased("ann");
        erased("ann");

        nothingOfAnn();
        assertThat(root.get(store).text("version")).isEqualTo("3");
        await().untilAsserted(() -> assertThat(heard)
                .extracting(Event::type)
                .containsExactly("store.created", "store.closed", "store.updated"));
        assertThat(heard.getLast().data().has("contactEmail")).isFalse();
    }

    @Test
    void aSuspendedStoreCloses() {
        var store = ann.post("/stores", TEA).header("Location");
        root.post(store + "/suspend", "{\"reason\": \"Ann is ill\"}");

        erased("ann");

        assertThat(root.get(store).text("status")).isEqualTo("closed");
        nothingOfAnn();
    }

    @Test
    void whoWorkedThereIsGoneAndSoAreTheReasonsTheyGave() {
        var store = ann.post("/stores", TEA).header("Location");
        ann.put(store + "/staff/bob", HIRED);
        ann.put(store + "/staff/cat", HIRED);
        bob.post(store + "/publish", "{}");
        bob.post(store + "/deactivate", "{\"reason\": \"Bob is ill\"}");

        erased("bob");

        assertThat(root.get(store).body().at("/staff/0/userId").asString()).isEqualTo("cat");
        assertThat(root.get(store).text("status")).isEqualTo("deactivated");
        assertThat(kept()).doesNotContain("Bob is ill").contains("ann@tea.example");
    }

    @Test
    void whatATokenStillWritesAfterItsOwnerIsForgottenAtOnce() {
        var other = bob.post(
                        "/stores",
                        TEA.replace("ann@", "bob@")
                                .replace("Ann", "Bob")
                                .replace("Main", "Side")
                                .replace("face", "place"))
                .header("Location");
        erased("ann");

        var late = ann.post("/stores", TEA).header("Location");
        bob.put(other + "/staff/ann", HIRED);

        assertThat(root.get(late).text("status")).isEqualTo("closed");
        assertThat(root.get(other).body().path("staff")).isEmpty();
        nothingOfAnn();
    }
}
