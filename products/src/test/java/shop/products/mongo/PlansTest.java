package shop.products.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.platform.Page;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;
import shop.products.domain.Filter;
import shop.products.domain.ProductEvent;
import shop.products.domain.ProductStatus;
import shop.products.domain.ReservationEvent;
import shop.products.domain.SearchQuery;
import shop.products.domain.SearchSorting;
import shop.products.domain.Sorting;
import shop.products.domain.StockEvent;
import shop.products.domain.ViewEvent;
import shop.products.events.ProductWire;
import shop.products.events.ReservationWire;
import shop.products.events.StockWire;
import shop.products.events.ViewWire;

class PlansTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    private static final InMemoryBus BUS = new InMemoryBus();

    @Test
    void everyListOfProductsRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("products");
            try (var outbox = new MongoOutbox<ProductEvent>(documents, ProductWire::fact, BUS, CLOCK)) {
                var products = new MongoProducts(documents, outbox, CLOCK);
                filters().forEach(filter -> {
                    for (var sorting : Sorting.values()) {
                        Object value = sorting == Sorting.TITLE ? "tea" : 1290L;
                        Plans.pages(value).forEach(page -> products.page(filter, sorting, page));
                    }
                });
                searches().forEach(query -> products.matching(List.of("tea"), query));
                products.findBySku("tea", "TEA-1");
                products.anyIn("tea");
                products.list("tea", true);
                products.unindexed(9);
                products.unindexedIn("tea");
                products.after("x", 9);
                products.changedSince(NOON, "x", 9);
            }
        });
    }

    private static Stream<SearchQuery> searches() {
        return Stream.of(SearchSorting.values())
                .map(sorting -> new SearchQuery(
                        Optional.empty(),
                        Filter.LISTED,
                        OptionalDouble.of(1),
                        Map.of("origin", "Japan"),
                        sorting,
                        Page.Request.first(9)));
    }

    private static Stream<Filter> filters() {
        return Stream.of(
                Filter.LISTED,
                filter(true, "tea", List.of(), ""),
                filter(true, "", List.of("tea"), ""),
                filter(true, "", List.of("tea", "green"), ""),
                filter(true, "", List.of(), "Longjing"),
                filter(true, "tea", List.of("tea"), "Longjing"),
                filter(false, "tea", List.of(), ""));
    }

    /** Of a price, too, as that is a range of what some lists are sorted by. */
    private static Filter filter(boolean listed, String store, List<String> categories, String brand) {
        return new Filter(
                listed,
                Set.of(),
                Optional.of(store).filter(id -> !id.isEmpty()),
                categories,
                Optional.of(brand).filter(name -> !name.isEmpty()),
                listed ? Optional.empty() : Optional.of(ProductStatus.DRAFT),
                OptionalLong.of(100),
                OptionalLong.of(9_900),
                Optional.of("EUR"),
                true);
    }

    @Test
    void stockIsFoundByIndexes() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("stocks");
            var ledger = new MongoLedger(database.getCollection("movements"));
            try (var outbox = new MongoOutbox<StockEvent>(documents, StockWire::fact, BUS, CLOCK, StockWire::home)) {
                var stocks = new MongoStocks(documents, outbox, ledger);
                Plans.pages(7L).forEach(page -> stocks.ledger("tea", page));
                stocks.unsettled(9);
                stocks.heldBefore(NOON, 9);
                stocks.movedBy("ann", 9);
                stocks.rename("ann", "gone");
            }
        });
    }

    @Test
    void theRestIsFoundByIndexesToo() {
        Plans.assertIndexed(PlansTest::rest);
    }

    private static void rest(MongoDatabase database) {
        var reservations = database.getCollection("reservations");
        var views = database.getCollection("views");
        try (var news = new MongoOutbox<ReservationEvent>(reservations, ReservationWire::fact, BUS, CLOCK);
                var seen = new MongoOutbox<ViewEvent>(views, ViewWire::fact, BUS, CLOCK, ViewWire::home)) {
            var kept = new MongoReservations(reservations, news);
            kept.expired(NOON, 9);
            kept.unfinished(NOON, 9);
            var recent = new MongoViews(views, seen);
            Plans.pages(Date.from(NOON)).forEach(page -> recent.of("ann", page));
            recent.forget("ann");
        }
        var imports = new MongoImports(database.getCollection("imports"));
        imports.stalled(NOON, 9);
        imports.of("ann", 9);
        imports.rename("ann", "gone");
        var stores = new MongoStores(database.getCollection("stores"), CLOCK);
        stores.unsettled(9);
        stores.hidden();
    }
}
