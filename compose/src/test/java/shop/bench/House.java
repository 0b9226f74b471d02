package shop.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import shop.local.Person;
import shop.local.Shop;
import shop.platform.app.Env;
import shop.platform.testing.Client.Reply;

/** All nine services on one port, and a store that is open; begun when the first scenario needs it. */
final class House implements AutoCloseable {

    static final String ADDRESS = """
            {"fullName": "Bea Buyer", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}""";

    static final String INDEX = "bench-" + UUID.randomUUID();

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int FILE = 2_000; // lines
    private static final List<String> TEAS = List.of("sencha", "assam", "oolong", "matcha", "darjeeling", "rooibos");
    private static final List<String> COLOURS = List.of("Green", "Black", "White", "Red", "Smoky");
    private static final List<String> BRANDS = List.of("Leaf", "Kettle", "Flamme", "Bean", "Cup", "Saucer", "Spoon");
    private static final List<String> PLACES = List.of("Japan", "India", "China", "Kenya");

    private final AtomicInteger people = new AtomicInteger();
    private Optional<Open> open = Optional.empty();
    private int filled;

    private record Open(Shop shop, Person seller, String store) {}

    private Open open() {
        if (open.isEmpty()) {
            var shop = Shop.open(Map.of("ELASTICSEARCH_INDEX", INDEX));
            var seller = shop.register("seller");
            var store = good(seller.client().post("/stores", """
                    {"name": "Tea House", "description": "Tea", "contactEmail": "tea@shop.test", "currency": "EUR", "country": "DE"}""")).text("id");
            good(seller.client().post("/stores/" + store + "/publish", "{}"));
            open = Optional.of(new Open(shop, seller, store));
        }
        return open.get();
    }

    Shop shop() {
        return open().shop();
    }

    int port() {
        return shop().port();
    }

    String store() {
        return open().store();
    }

    Person seller() {
        return open().seller();
    }

    /** Somebody new. */
    Person buyer() {
        return shop().register("buyer" + people.incrementAndGet());
    }

    /** The id of a new product with that many on hand. */
    String product(String sku, int onHand) {
        var seller = seller().client();
        var id = good(seller.post("/products", """
                        {"storeId": "%s", "title": "Green sencha tea %s", "description": "First flush, from Shizuoka.", "brand": "Leaf",
                         "categories": ["tea"], "attributes": {"origin": "Japan", "weight": "100 g"},
                         "images": [{"url": "https://images.example/%s.jpg", "alt": "Tea"}],
                         "variants": [{"sku": "%s", "price": {"amount": 1, "currency": "EUR"}}]}""".formatted(store(), sku, sku, sku)))
                .text("id");
        good(seller.put("/products/" + id + "/stock/" + sku, "{\"onHand\": %d}".formatted(onHand)));
        return id;
    }

    /** Goes on importing products until there are so many. */
    void fill(int count) throws InterruptedException {
        while (filled < count) {
            var file = new StringBuilder();
            for (int end = Math.min(count, filled + FILE); filled < end; filled++) file.append(line(filled));
            var seller = seller().client();
            var job = good(seller.send(
                    "POST",
                    "/products/import?storeId=" + store(),
                    file.toString(),
                    "Content-Type",
                    "application/x-ndjson"));
            var end = System.nanoTime() + PATIENCE.toNanos();
            for (var status = ""; !status.equals("completed"); ) {
                if (status.equals("failed") || System.nanoTime() > end) throw new IllegalStateException("no import");
                TimeUnit.MILLISECONDS.sleep(100);
                status = good(seller.get("/products/imports/" + job.text("id"))).text("status");
            }
        }
    }

    private static String line(int number) {
        return """
                {"sku": "FILL-%d", "title": "%s %s tea no. %d", "description": "Loose leaves in a tin.", "categories": ["tea"], \
                "brand": "%s", "attributes": {"origin": "%s"}, "price": {"amount": %d, "currency": "EUR"}, "onHand": 10}
                """.formatted(
                        number,
                        one(COLOURS, number),
                        one(TEAS, number),
                        number,
                        one(BRANDS, number),
                        one(PLACES, number),
                        100 + number * 37L % 50_000);
    }

    private static String one(List<String> words, int number) {
        return words.get(number % words.size());
    }

    /** The request for an order of one unit, to be paid later. */
    static byte[] order(Person buyer, String key, String product) {
        var json = """
                {"items": [{"productId": "%s", "quantity": 1}], "payment": {"method": "invoice"}, "shippingAddress": %s}""".formatted(product, ADDRESS);
        return Wire.post("/orders", buyer.client().name(), key, json);
    }

    static Reply good(Reply reply) {
        if (reply.status() >= 300) throw new IllegalStateException(reply.body().toString());
        return reply;
    }

    /** How large a scenario is made, by a variable of the environment. */
    static int size(String variable, int usual) {
        return Env.system().integer(variable, usual);
    }

    @Override
    public void close() {
        open.ifPresent(any -> any.shop().close());
    }
}
