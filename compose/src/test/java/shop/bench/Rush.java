package shop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** More people than there are units, all in one moment. */
final class Rush implements Scenario {

    private static final int BUYERS = 500;
    private static final int UNITS = 100;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final House house;

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
                Goal.exactly("orders for " + UNITS + " units", count(answers, CREATED), UNITS),
                Goal.exactly("told that there are no more", count(answers, CONFLICT), BUYERS - UNITS),
                Goal.exactly("units kept for them", stock.path("reserved").asInt(), UNITS),
                Goal.exactly("units left", stock.path("available").asInt(), 0));
    }

    /** Signed in and connected; what is left is to ask. */
    private Callable<Integer> buyer(String product) throws Exception {
        var request = House.order(house.buyer(), "rush", product);
        var wire = Wire.sending(house.port(), () -> request, CREATED);
        return () -> {
            try (wire) {
                wire.ask();
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
