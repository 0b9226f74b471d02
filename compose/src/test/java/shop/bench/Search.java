package shop.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import shop.platform.Page;
import shop.platform.testing.TestElastic;
import shop.products.domain.Filter;
import shop.products.domain.SearchQuery;
import shop.products.domain.SearchSorting;
import shop.products.elastic.SearchJson;

/** A search with a typing mistake, a filter and all facets, next to the same question put to Elasticsearch itself. */
final class Search implements Scenario {

    private static final double MOST = 1.3; // times
    private static final int PRODUCTS = House.size("BENCH_SEARCH_PRODUCTS", 4_000);
    private static final int LIMIT = 20;
    private static final String PATH = "/products/search?q=gren+sencha&attr.origin=Japan&limit=" + LIMIT;
    private static final Load TURN = new Load(2, Duration.ofSeconds(3));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final House house;

    Search(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<String> run() throws Exception {
        house.fill(PRODUCTS);
        indexed();
        var elastic = URI.create(TestElastic.url()).getPort();
        var question = Wire.post("/" + House.INDEX + "/_search", "", "", SearchJson.search(query()));
        var found = Comparison.of(
                TURN, () -> Wire.sending(elastic, () -> question, 200), () -> Wire.get(house.port(), PATH, ""));
        return List.of(
                found.reference().line("Elasticsearch alone, %,d products".formatted(PRODUCTS)),
                found.subject().line("GET /products/search"),
                Goal.atMost("p99 to that of Elasticsearch", found.slowest(), MOST));
    }

    /** What {@link #PATH} makes the service ask. */
    private static SearchQuery query() {
        return new SearchQuery(
                Optional.of("gren sencha"),
                Filter.LISTED,
                OptionalDouble.empty(),
                Map.of("origin", "Japan"),
                SearchSorting.RELEVANCE,
                Page.Request.first(LIMIT));
    }

    private void indexed() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var everything = "/products/search?limit=1&storeId=" + house.store();
        while (House.good(house.shop().stranger().get(everything))
                        .body()
                        .path("total")
                        .asInt()
                < PRODUCTS) {
            if (System.nanoTime() > end) throw new IllegalStateException("the index is not filled");
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
