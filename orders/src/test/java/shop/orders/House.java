package shop.orders;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import shop.orders.domain.InMemoryCatalogue;
import shop.orders.domain.Neighbours;
import shop.orders.domain.OrderFixture;
import shop.orders.domain.Store;
import shop.platform.Money;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.embedded.Loopback;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;

/**
 * The service in a test, with a real database and twins outside: ann buys; bob owns the store sto_1 and cat works there;
 * cat owns sto_2. Tea and rice are sold by sto_1, mugs by sto_2.
 */
final class House implements AutoCloseable {

    static final String TEA = "{\"productId\": \"tea\", \"quantity\": 2}";
    static final String MUG = "{\"productId\": \"mug\", \"quantity\": 1}";
    static final String ADDRESS = """
            {"fullName": "Ann Lee", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}""";

    final TestClock clock = new TestClock(NOON);
    final List<Event> heard = new CopyOnWriteArrayList<>();
    final InMemoryCatalogue catalogue = new InMemoryCatalogue()
            .with("tea", "sto_1", new Money(499, "EUR"), 10)
            .with("rice", "sto_1", new Money(300, "JPY"), 10)
            .with("mug", "sto_2", new Money(1200, "EUR"), 10);
    final InMemoryBus bus = new InMemoryBus();
    final Platform platform;

    private final AtomicInteger keys = new AtomicInteger();
    private final int port = Loopback.freePort();
    private Server server;

    House() {
        bus.subscribe("test", List.of("order.*"), heard::add);
        platform = TestPlatform.at(
                clock,
                bus,
                Map.of("ORDERS_URL", "http://127.0.0.1:" + port, "DATABASE_PREFIX", TestMongo.freshName() + "-"));
        server = start();
    }

    /** The process ends, and another takes its place. */
    void restart() {
        server.close();
        server = start();
    }

    private Server start() {
        return Server.start(platform, port, List.of(this::open));
    }

    private Service open(Platform platform) {
        var service = new Service("orders", "/orders");
        var neighbours = new Neighbours(
                catalogue,
                (user, id) ->
                        id.equals("adr_home") && user.equals("ann") ? Optional.of(OrderFixture.HOME) : Optional.empty(),
                House::store,
                OrdersApp.sandbox(service, platform));
        return OrdersApp.wire(service, OrdersApp.books(service, platform), neighbours, platform);
    }

    private static Optional<Store> store(String id) {
        return switch (id) {
            case "sto_1" -> Optional.of(new Store("sto_1", "bob", List.of("cat"), 1));
            case "sto_2" -> Optional.of(new Store("sto_2", "cat", List.of(), 1));
            default -> Optional.empty();
        };
    }

    Client as(String name) {
        return new Client(port, name);
    }

    String key() {
        return "key-" + keys.incrementAndGet();
    }

    /** A POST with a fresh key. */
    Reply post(String name, String path, String json) {
        return as(name).post(path, json, "Idempotency-Key", key());
    }

    static String order(String method, String... items) {
        return """
                {"items": [%s], "shippingAddress": %s, "payment": {"method": "%s"}}""".formatted(String.join(", ", items), ADDRESS, method);
    }

    /** Ann places an order; its path. */
    String placed(String method, String... items) {
        return post("ann", "/orders", order(method, items)).header("Location");
    }

    String paid(String... items) {
        var path = placed("card", items);
        pay(path, "tok_ok");
        return path;
    }

    Reply pay(String path, String token) {
        return post("ann", path + "/payments", "{\"token\": \"" + token + "\"}");
    }

    Reply ship(String name, String path, String storeId) {
        return post(name, path + "/shipments", """
                {"storeId": "%s", "carrier": "DHL", "trackingNumber": "JD014600003"}""".formatted(storeId));
    }

    /** Something is said by another service. */
    void hear(String type, String subject, int sequence, Object data) {
        bus.publish(List.of(Event.about(subject, sequence, new Fact("test", type, data), clock.instant())));
    }

    /** What was told, without what was told again: that may happen to any event. */
    List<String> told() {
        return heard.stream().distinct().map(Event::type).toList();
    }

    @Override
    public void close() {
        Client.hangUp();
        server.close();
        for (var name : List.of("orders", "server")) platform.database(name).drop();
    }
}
