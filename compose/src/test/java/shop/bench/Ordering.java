package shop.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import shop.local.Person;

/** Orders as fast as they are taken, and a hundred a second, with everything on this machine. */
final class Ordering implements Scenario {

    private static final double LEAST = 300; // a second
    private static final double SLOWEST = 100; // milliseconds
    private static final int BUYERS = 8;
    private static final int PRODUCTS = 50;
    private static final int PLENTY = 1_000_000;
    private static final Load WARM = new Load(BUYERS, Duration.ofSeconds(6));
    private static final Load FAST = new Load(BUYERS, Duration.ofSeconds(6));
    private static final Load STEADY = new Load(2 * BUYERS, Duration.ofSeconds(6), 100);

    private final House house;
    private final AtomicInteger orders = new AtomicInteger();

    Ordering(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> run() throws Exception {
        var products = new ArrayList<String>();
        for (int i = 0; i < PRODUCTS; i++) products.add(house.product("ORDER-" + i, PLENTY));
        var buyers = new ArrayList<Person>();
        for (int i = 0; i < BUYERS; i++) buyers.add(house.buyer());
        Callable<Wire> client = () -> Wire.sending(house.port(), () -> next(buyers, products), 201);
        WARM.on(client);
        var fast = FAST.on(client);
        var steady = STEADY.on(client);
        return List.of(
                fast.line("POST /orders, " + BUYERS + " at once"),
                Goal.atLeast("orders a second", fast.perSecond(), LEAST),
                steady.line("POST /orders, 100 a second"),
                Goal.atMost("p99 at 100 a second, ms", steady.percentileMillis(0.99), SLOWEST));
    }

    private byte[] next(List<Person> buyers, List<String> products) {
        int number = orders.incrementAndGet();
        return House.order(buyers.get(number % BUYERS), "order-" + number, products.get(number % PRODUCTS));
    }
}
