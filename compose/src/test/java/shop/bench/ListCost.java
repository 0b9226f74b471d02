package shop.bench;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import shop.platform.testing.TestMongo;

/** What a page costs in a small catalogue and in a large one, at the beginning and far from it. */
final class ListCost implements Scenario {

    private static final double MOST = 1.5; // times
    private static final int FEW = 1_000;
    private static final int MANY = House.size("BENCH_LIST_PRODUCTS", 4_000);
    private static final int PAGE = 500;
    private static final int LIMIT = 2; // so that a thousand products have that many pages
    private static final int LARGEST_STEP = 100;
    private static final Load TURN = new Load(2, Duration.ofSeconds(1));

    private final House house;

    ListCost(House house) {
        this.house = house;
    }

    /**
     * In times of what a bare route costs in the same turns.
     *
     * @param far the page far from the beginning
     */
    private record Cost(double first, double far) {}

    @Override
    public String name() {
        return "list-cost";
    }

    @Override
    public List<String> run() throws Exception {
        var lines = new ArrayList<String>();
        if (!TestMongo.isReal()) lines.add("the stand-in for MongoDB scans: set MONGODB_URI for numbers that count");
        house.fill(FEW);
        var few = cost(lines, FEW);
        house.fill(MANY);
        var many = cost(lines, MANY);
        lines.add(Goal.atMost("page %d to page 1, of %,d".formatted(PAGE, FEW), few.far() / few.first(), MOST));
        lines.add(Goal.atMost("page %d to page 1, of %,d".formatted(PAGE, MANY), many.far() / many.first(), MOST));
        lines.add(Goal.atMost("page 1, %,d to %,d".formatted(MANY, FEW), many.first() / few.first(), MOST));
        lines.add(Goal.atMost("page %d, %,d to %,d".formatted(PAGE, MANY, FEW), many.far() / few.far(), MOST));
        return lines;
    }

    private Cost cost(List<String> lines, int products) throws Exception {
        var first = "/products?limit=" + LIMIT;
        var far = first + "&cursor=" + encode(cursor((PAGE - 1) * LIMIT), UTF_8);
        try (var bare = Bare.answering("{}")) {
            var near = Comparison.of(TURN, bare::client, () -> Wire.get(house.port(), first, ""));
            var away = Comparison.of(TURN, bare::client, () -> Wire.get(house.port(), far, ""));
            lines.add(near.subject().line("page 1 of %,d products".formatted(products)));
            lines.add(away.subject().line("page %d of %,d products".formatted(PAGE, products)));
            return new Cost(1 / near.throughput(), 1 / away.throughput());
        }
    }

    /** That of the place behind so many products. */
    private String cursor(int behind) {
        var cursor = "";
        for (int left = behind; left > 0; left -= Math.min(left, LARGEST_STEP)) {
            var from = cursor.isEmpty() ? "" : "&cursor=" + encode(cursor, UTF_8);
            var path = "/products?limit=" + Math.min(left, LARGEST_STEP) + from;
            cursor = House.good(house.shop().stranger().get(path)).text("next");
        }
        return cursor;
    }
}
