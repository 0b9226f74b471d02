package shop.bench;

import java.time.Duration;
import java.util.List;

/** A product that many look at, next to a bare route that answers with the same bytes. */
final class Detail implements Scenario {

    private static final double LEAST = 0.7;
    private static final Load TURN = new Load(4, Duration.ofSeconds(3));

    private final House house;

    Detail(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "product-detail";
    }

    @Override
    public List<String> run() throws Exception {
        var path = "/products/" + house.product("DETAIL-1", 10);
        try (var once = Wire.get(house.port(), path, "")) {
            if (!once.ask()) throw new IllegalStateException(once.text());
            try (var bare = Bare.answering(once.text())) {
                var found = Comparison.of(TURN, bare::client, () -> Wire.get(house.port(), path, ""));
                return List.of(
                        found.reference().line("bare Javalin"),
                        found.subject().line("product, warm"),
                        Goal.atLeast("ratio", found.throughput(), LEAST));
            }
        }
    }
}
