package shop.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.node.ObjectNode;

/** Whoever is deleted is nowhere in the database, and the audit log is whole all the same. */
class ErasureTest {

    private static final String ANN = "usr_01m1c2jv00e8e8qfx9b2d3n401";

    private final InMemoryBus bus = new InMemoryBus();
    private final Platform platform = TestPlatform.with(bus, Map.of());
    private final Server server = Server.start(platform, 0, List.of(ActivityApp::open));
    private final Client sue = new Client(server.port(), "sue");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingNamesThePersonAndTheChainHolds() {
        for (var type : types()) if (!type.equals("user.deleted")) bus.publish(List.of(Contracts.sample(type)));
        assertThat(database())
                .contains("203.0.113.7")
                .doesNotContain("ann@example.com")
                .doesNotContain("\"Ann\"");

        bus.publish(List.of(Contracts.sample("user.deleted")));

        assertThat(database())
                .doesNotContain("203.0.113.7")
                .doesNotContain("Mozilla")
                .doesNotContain("ann@example.com")
                .doesNotContain("\"Ann\"")
                .doesNotContain("c2VhbGVk");
        var verdict = sue.get("/activity/audit/verify").body();
        assertThat(verdict.path("valid").asBoolean()).isTrue();
        assertThat(verdict.path("records").asInt()).isEqualTo(types().size() - 1); // all but product.viewed
        assertThat(sue.get("/activity?class=behaviour&actor=" + ANN).body().path("items"))
                .isEmpty();
    }

    @Test
    void behaviourLosesItsPersonAndItsWords() {
        behave("ann", "e1");
        behave("", "e2"); // the same device, before signing in
        behave("bob", "e3");

        bus.publish(List.of(deleted("ann")));

        var items = sue.get("/activity?class=behaviour").body().path("items");
        assertThat(items).hasSize(3);
        assertThat(items.valueStream().filter(each -> each.toString().contains("secret gift")))
                .singleElement()
                .satisfies(kept -> assertThat(kept.at("/actor/id").asString()).isEqualTo("bob"));
        assertThat(behaviourOf("ann")).isEmpty();
        assertThat(new Client(server.port(), "bob").get("/activity/me").body().path("items"))
                .hasSize(1);
        assertThat(stats("active_users")).isEqualTo(2); // still two people
    }

    @Test
    void whatComesLaterIsAnonymousFromTheStart() {
        bus.publish(List.of(deleted("ann")));

        behave("ann", "e1");
        bus.publish(List.of(of("user.logged_in", "ann")));

        assertThat(database())
                .doesNotContain("203.0.113.7")
                .doesNotContain("secret gift")
                .doesNotContain("dev-1");
        assertThat(behaviourOf("ann")).isEmpty();
    }

    private void behave(String who, String eventId) {
        var reply = new Client(server.port(), who).post("/activity", """
                {"events": [{"eventId": "%s", "type": "Products Searched", "anonymousId": "dev-1",
                             "properties": {"query": "secret gift"}}]}""".formatted(eventId));
        assertThat(reply.body().path("accepted").asInt()).isEqualTo(1);
    }

    private Iterable<?> behaviourOf(String person) {
        return sue.get("/activity?class=behaviour&actor=" + person).body().path("items");
    }

    private int stats(String metric) {
        return sue.get("/activity/stats?interval=week&metric=" + metric + "&from=2029-12-31T00:00:00Z")
                .body()
                .at("/buckets/0/value")
                .asInt();
    }

    private static Event deleted(String person) {
        return of("user.deleted", person);
    }

    private static Event of(String type, String person) {
        var sample = Contracts.sample(type);
        var data = ((ObjectNode) sample.data().deepCopy()).put("userId", person);
        return new Event(
                sample.id() + person, sample.source(), type, person, NOON, sample.digits(), sample.traceparent(), data);
    }

    private static List<String> types() {
        var files = Path.of("../compose/contracts").toFile().list();
        return Stream.of(files).map(name -> name.replace(".json", "")).toList();
    }

    private String database() {
        var all = new StringBuilder();
        var database = platform.database("activity");
        for (var name : database.listCollectionNames()) {
            for (var document : database.getCollection(name).find()) all.append(document.toJson());
        }
        return all.toString();
    }
}
