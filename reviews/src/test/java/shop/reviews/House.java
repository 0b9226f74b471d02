package shop.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestPlatform;
import shop.reviews.domain.Product;
import shop.reviews.domain.Teams.Team;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The service in a test, over HTTP and events; products and stores are twins, and bob owns the store. */
class House {

    static final String TEA =
            Contracts.sample("review.created").data().path("productId").asString();

    final InMemoryBus bus = new InMemoryBus();
    final TestClock clock = new TestClock(TestPlatform.NOON);
    final Platform platform = TestPlatform.at(clock, bus, Map.of());
    Server server = open();
    final Client ann = client("ann");
    final Client bob = client("bob");
    final Client cat = client("cat");
    final Client sue = client("sue");
    final List<Event> heard = new CopyOnWriteArrayList<>();

    Server open() {
        return Server.start(
                platform,
                0,
                List.of(each -> ReviewsApp.wire(
                        new Service("reviews", "/reviews"),
                        House::product,
                        store -> Optional.of(new Team(store, "bob", List.of(), 1)),
                        each)));
    }

    static Optional<Product> product(String id) {
        return id.equals("gone") ? Optional.empty() : Optional.of(new Product(id, "sto_1", id.equals("old")));
    }

    Client client(String name) {
        return new Client(server.port(), name);
    }

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("review.*"), heard::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static String text(String product, int rating) {
        return """
                {"productId": "%s", "rating": %d, "title": "Lovely", "body": "Fresh and grassy."}""".formatted(product, rating);
    }

    Reply write(Client who, int rating) {
        clock.advance(Duration.ofSeconds(1));
        return who.post("/reviews", text(TEA, rating));
    }

    void delivered(String user) {
        told("order.delivered", data -> data.put("customerId", user));
    }

    /** The sample of that event, changed a little. */
    void told(String type, Consumer<ObjectNode> change) {
        var sample = Contracts.sample(type);
        var data = (ObjectNode) sample.data().deepCopy();
        change.accept(data);
        bus.publish(List.of(new Event(
                sample.id(),
                sample.source(),
                sample.type(),
                sample.subject(),
                sample.time(),
                sample.digits(),
                sample.traceparent(),
                data)));
    }

    void summary(double average, int count, int verified) {
        await().untilAsserted(() -> {
            var now = ann.get("/reviews/products/" + TEA + "/summary").body();
            assertThat(now.path("average").asDouble()).isEqualTo(average);
            assertThat(now.path("count").asInt()).isEqualTo(count);
            assertThat(now.path("verifiedCount").asInt()).isEqualTo(verified);
        });
    }

    static String author(Reply reply) {
        return reply.body().at("/author/displayName").asString();
    }

    static List<JsonNode> items(Reply reply) {
        return reply.body().path("items").valueStream().toList();
    }

    static void problem(Reply reply, int status, String code) {
        assertThat(reply.text("code")).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }
}
