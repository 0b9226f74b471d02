package shop.products;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.redis.Redis;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestPlatform;
import shop.platform.testing.TestRedis;
import tools.jackson.databind.JsonNode;

/** A products service with a store in it: ann owns it, bob works there, cat is a customer. */
public final class Shop implements AutoCloseable {

    public static final String STORE = "sto_01m1c2jv00e8e8qfx9b2d3n401";

    public final TestClock clock = new TestClock(NOON);
    public final InMemoryBus bus = new InMemoryBus();
    public final List<Event> heard = new CopyOnWriteArrayList<>();
    public final Platform platform;
    public final Server server;

    public Shop() {
        this(Map.of());
    }

    public Shop(Map<String, String> env) {
        this(env, TestRedis.redis());
    }

    public Shop(Map<String, String> env, Redis redis) {
        bus.subscribe("test", List.of("product.*", "stock.*", "reservation.*"), heard::add);
        var all = new HashMap<>(Map.of("ELASTICSEARCH_URL", "http://127.0.0.1:1")); // not there, unless a test says so
        all.putAll(env);
        var own = TestPlatform.at((Clock) clock, bus, all);
        platform = new Platform(own.env(), clock, own.mongo(), redis, bus, own.tokens(), own.siblings(), own.meters());
        server = Server.start(platform, 0, List.of(ProductsApp::open));
        store("published", 1);
    }

    /** Another instance of the same service. */
    public Server another() {
        return Server.start(platform, 0, List.of(ProductsApp::open));
    }

    public Client as(String name) {
        return new Client(server.port(), name);
    }

    /** Stores tells of the store. */
    public void store(String status, int sequence) {
        store(STORE, status, "EUR", sequence);
    }

    public void store(String id, String status, String currency, int sequence) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "storeId", id, "slug", "tea-house", "name", "Tea House", "ownerId", "ann", "staffIds", List.of("bob")));
        data.putAll(Map.of("status", status, "currency", currency, "country", "DE", "by", "ann"));
        tell("store." + status, id, sequence, data);
    }

    public Event tell(String type, String subject, int sequence, Object data) {
        var event = Event.about(subject, sequence, new Fact("test", type, data), clock.instant());
        bus.publish(List.of(event));
        return event;
    }

    /** The path of a new product with one variant. */
    public String product(String sku, String title, long price) {
        var created = as("ann").post("/products", """
                        {"storeId": "%s", "title": "%s", "description": "Good", "categories": ["tea"], "brand": "Leaf",
                         "attributes": {"origin": "Japan"}, "variants": [{"sku": "%s", "price": {"amount": %d, "currency": "EUR"}}]}""".formatted(STORE, title, sku, price));
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        return created.header("Location");
    }

    /** The path of a new product with that many on hand. */
    public String stocked(String sku, int onHand) {
        var path = product(sku, "Tea " + sku, 499);
        assertThat(as("ann")
                        .put(path + "/stock/" + sku, "{\"onHand\": %d}".formatted(onHand))
                        .status())
                .isEqualTo(200);
        return path;
    }

    public static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Reply reserve(String order, String path, String sku, int quantity) {
        return reserve(order, path, sku, quantity, Duration.ofMinutes(30));
    }

    public Reply reserve(String order, String path, String sku, int quantity, Duration length) {
        return as("service").put("/products/reservations/" + order, """
                {"items": [{"productId": "%s", "sku": "%s", "quantity": %d}], "expiresAt": "%s"}""".formatted(
                        id(path), sku, quantity, clock.instant().plus(length)));
    }

    /** The stock of a SKU as its seller sees it. */
    public JsonNode stock(String path, String sku) {
        var items = as("ann").get(path + "/stock").body().path("items");
        for (var item : items) if (item.path("sku").asString().equals(sku)) return item;
        throw new AssertionError("no stock of " + sku);
    }

    public List<JsonNode> movements(String path) {
        return items(as("ann").get(path + "/stock/movements?limit=100"));
    }

    public static List<JsonNode> items(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return List.copyOf(reply.body().path("items").values());
    }

    public static void problem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.text("code")).isEqualTo(code);
    }

    public Optional<Event> last(String type) {
        return heard.stream().filter(event -> event.type().equals(type)).reduce((one, other) -> other);
    }

    @Override
    public void close() {
        Client.hangUp();
        server.close();
    }
}
