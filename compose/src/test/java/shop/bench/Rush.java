package shop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** More people than there are units, all in one moment. */
final class Rush implements Scenario {

    private static final int BUYERS = 500;
    private static final int UNITS = 100;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private static final int BUSY = 503;
    private static final int MOST_TRIES = 100;

    private final House house;
    private final AtomicInteger again = new AtomicInteger();

    Rush(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "rush";
    }

    @Override
    public List<String> run() throws Exception {
        var product = house.product("RUSH-1", UNITS);
        var buyers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < BUYERS; i++) buyers.add(buyer(product));
        var answers = new ArrayList<Integer>();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(buyers)) answers.add(answer.get());
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        var stock = stock(product);
        return List.of(
                String.format(Locale.ROOT, "%-34s %9.1f s", BUYERS + " buyers answered in", seconds),
                String.format(Locale.ROOT, "%-34s %9d", "asked again, as it was too busy", again.get()),
                Goal.exactly("orders for " + UNITS + " units", count(answers, CREATED), UNITS),
                Goal.exactly("told that there are no more", count(answers, CONFLICT), BUYERS - UNITS),
                Goal.exactly("units left", stock.path("available").asInt(), 0));
    }

    /** Asks again under the same key while something is too busy to answer, as clients do. */
    private Callable<Integer> buyer(String product) {
        var request = House.order(house.buyer(), "rush", product);
        return () -> {
            try (var wire = Wire.sending(house.port(), () -> request, CREATED)) {
                for (int tried = 0; !wire.ask() && wire.status() == BUSY && tried < MOST_TRIES; tried++) {
                    again.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(200);
                }
                return wire.status();
            }
        };
    }

    private static long count(List<Integer> answers, int status) {
        return answers.stream().filter(answer -> answer == status).count();
    }

    private JsonNode stock(String product) {
        var reply = House.good(house.seller().client().get("/products/" + product + "/stock"));
        return reply.body().at("/items/0");
    }
}
