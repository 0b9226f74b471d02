package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import shop.platform.testing.Client.Reply;

/** Somebody who orders and pays, one order after the other, and remembers what was promised. */
final class Buyer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST = 3; // of each kind of order: how many units, and which share stays unpaid

    private final Person person;
    private final String product;
    private final Set<String> ordered = ConcurrentHashMap.newKeySet();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private int number;
    private int unanswered;
    private volatile long slowest; // nanoseconds

    Buyer(Person person, String product) {
        this.person = person;
        this.product = product;
    }

    /** Buys until it is enough, or until the shop is gone. */
    void shop(BooleanSupplier enough) {
        try {
            while (!enough.getAsBoolean()) buy();
        } catch (UncheckedIOException e) {
            unanswered++; // it may have been done all the same
        }
    }

    private void buy() {
        number++;
        var placed = patiently(() -> person.client()
                .post("/orders", """
                {"items": [{"productId": "%s", "quantity": %d}], "payment": {"method": "card"}, "shippingAddress":
                 {"fullName": "Bea Buyer", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}}""".formatted(product, 1 + number % MOST), "Idempotency-Key", "order-" + number));
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        var order = placed.text("id");
        ordered.add(order);
        if (number % MOST == 0) return;
        var payment = patiently(() -> person.client()
                .post(
                        "/orders/" + order + "/payments",
                        "{\"token\": \"tok_ok\"}",
                        "Idempotency-Key",
                        "payment-" + number));
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        paid.add(order);
    }

    /** Does it again, under the same key, for as long as the answer is that something is away for now. */
    private Reply patiently(Callable<Reply> request) {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> timed(request), reply -> {
            if (reply.status() != 503) return true;
            assertThat(reply.header("Retry-After")).as(reply.body().toString()).isNotEmpty();
            return false;
        });
    }

    private Reply timed(Callable<Reply> request) throws Exception {
        var begin = System.nanoTime();
        var reply = request.call();
        slowest = Math.max(slowest, System.nanoTime() - begin);
        return reply;
    }

    Person person() {
        return person;
    }

    /** The orders that were answered with 201. */
    Set<String> ordered() {
        return Set.copyOf(ordered);
    }

    /** The orders whose payment was answered with 201. */
    Set<String> paid() {
        return Set.copyOf(paid);
    }

    /** How long the longest answer took. */
    Duration slowest() {
        return Duration.ofNanos(slowest);
    }

    /** How many requests ended without an answer. */
    int unanswered() {
        return unanswered;
    }

    static int unitsAtMost() {
        return MOST;
    }

    static int ordersOf(List<Buyer> buyers) {
        return buyers.stream().mapToInt(buyer -> buyer.ordered.size()).sum();
    }
}
