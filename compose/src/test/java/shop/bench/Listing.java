package shop.bench;

import java.time.Duration;
import java.util.List;

/** A page of twenty products, next to a bare route that answers with the same bytes. */
final class Listing implements Scenario {

    private static final double LEAST = 0.4;
    private static final int PRODUCTS = 20;
    private static final Load TURN = new Load(4, Duration.ofSeconds(3));

    private final House house;

    Listing(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "product-list";
    }

    @Override
    public List<String> run() throws Exception {
        for (int i = 0; i < PRODUCTS; i++) house.product("LIST-" + i, 10);
        var path = "/products?limit=" + PRODUCTS;
        try (var once = Wire.get(house.port(), path, "")) {
            if (!once.ask()) throw new IllegalStateException(once.text());
            try (var bare = Bare.answering(once.text())) {
                var found = Comparison.of(TURN, bare::client, () -> Wire.get(house.port(), path, ""));
                return List.of(
                        found.reference().line("bare Javalin, " + once.text().length() + " characters"),
                        found.subject().line("list of " + PRODUCTS),
                        Goal.atLeast("ratio", found.throughput(), LEAST));
            }
        }
    }
}
