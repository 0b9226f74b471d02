package shop.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Logged;

/** What requests cost, in commands to MongoDB of all services they touch: no more for many things than for one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsTest {

    private static final Pattern STARTED =
            Pattern.compile("Command \"(\\w+)\" started on database \"[^\"]*?(\\w+)\".*");
    private static final int MANY = 5;

    private final Shop shop = Shop.open();
    private final Person buyer = shop.register("bea");
    private final Stall stall = Stall.open(shop.register("sam"), 1_000);
    private final List<String> products = new ArrayList<>(List.of(stall.product()));
    private final Logged commands = Logged.whispers("org.mongodb.driver.protocol.command");

    @BeforeAll
    void offerMore() {
        var seller = stall.seller().client();
        IntStream.range(1, MANY).forEach(i -> {
            var product =
                    seller.post("/products", """
                    {"storeId": "%s", "title": "Tea %d", "status": "active",
                     "variants": [{"sku": "MORE-%d", "price": {"amount": 499, "currency": "EUR"}}]}""".formatted(stall.store(), i, i)).text("id");
            seller.put("/products/" + product + "/stock/MORE-" + i, "{\"onHand\": 1000}");
            products.add(product);
        });
        place(products);
        await().untilAsserted(
                        () -> assertThat(shop.stranger().get("/products").body().path("items"))
                                .hasSize(MANY));
    }

    @AfterAll
    void close() {
        commands.close();
        shop.close();
    }

    @Test
    void aProductThatWasJustReadCostsNothing() {
        var path = "/products/" + stall.product();
        assertThat(shop.stranger().get(path).status()).isEqualTo(200);
        costs(0, shop.stranger(), "GET", path, "");
    }

    @Test
    void aListIsReadAtOnce() {
        costs(2, shop.stranger(), "GET", "/products", ""); // and which stores are hidden, unless that is known
        costs(1, shop.stranger(), "GET", "/stores", "");
        costs(1, shop.stranger(), "GET", "/reviews?productId=" + stall.product(), "");
        costs(1, buyer.client(), "GET", "/notifications", "");
        costs(1, buyer.client(), "GET", "/activity/me", "");
        costs(1, buyer.client(), "GET", "/users/me/addresses", "");
        costs(2, buyer.client(), "GET", "/orders", "");
        costs(3, stall.seller().client(), "GET", "/orders?storeId=" + stall.store(), "");
    }

    @Test
    void aCartAsksForItsProductsAtOnce() {
        for (var product : products) {
            assertThat(buyer.client()
                            .put("/orders/cart/items/" + product, "{\"quantity\": 1}")
                            .status())
                    .isEqualTo(200);
        }
        costs(2, buyer.client(), "GET", "/orders/cart", "");
    }

    /** Its units are taken one product at a time, each in one step. */
    @Test
    void anOrderOfManyProductsCostsOneStepMoreForEach() {
        var one = cost(place(products.subList(0, 1)));
        var many = cost(place(products));
        assertThat(reads(many)).hasSizeLessThanOrEqualTo(4);
        assertThat(many)
                .as("%s, and for one product %s", many, one)
                .hasSize(reads(many).size() + writes(one) + MANY - 1);
        assertThat(writes(one)).isLessThanOrEqualTo(8);
    }

    private static List<String> reads(List<String> commands) {
        return commands.stream().filter(each -> each.endsWith(":find")).toList();
    }

    private static int writes(List<String> commands) {
        return commands.size() - reads(commands).size();
    }

    private Reply place(List<String> wanted) {
        var items = wanted.stream()
                .map(product -> "{\"productId\": \"%s\", \"quantity\": 1}".formatted(product))
                .collect(joining(", "));
        return asked(buyer.client(), "POST", "/orders", """
                {"items": [%s], "payment": {"method": "card"}, "shippingAddress":
                 {"fullName": "Bea Buyer", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}}""".formatted(items));
    }

    private void costs(int atMost, Client caller, String method, String path, String body) {
        assertThat(cost(asked(caller, method, path, body)))
                .as(method + " " + path)
                .hasSizeLessThanOrEqualTo(atMost);
    }

    private static Reply asked(Client caller, String method, String path, String body) {
        var key = UUID.randomUUID().toString();
        var reply = caller.send(method, path, body, "X-Request-Id", key, "Idempotency-Key", key);
        assertThat(reply.status()).as(reply.body().toString()).isLessThan(300);
        return reply;
    }

    private List<String> cost(Reply reply) {
        var id = reply.header("X-Request-Id");
        return commands.events().stream()
                .filter(event -> id.equals(event.getMDCPropertyMap().get("requestId")))
                .map(event -> STARTED.matcher(event.getFormattedMessage()))
                .filter(started -> started.matches())
                .map(started -> started.group(2) + ":" + started.group(1))
                .toList();
    }
}
