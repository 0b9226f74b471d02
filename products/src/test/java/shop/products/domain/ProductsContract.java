package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.products.domain.Fixture.STORE;
import static shop.products.domain.Fixture.next;
import static shop.products.domain.Fixture.product;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;

/** What any Products must do; each implementation runs all of it. */
public abstract class ProductsContract {

    private static final Product GREEN = product("prd_1", "green Tea", 300);
    private static final Product BLACK = product("prd_2", "Black tea", 200);
    private static final Product POT = product("prd_3", "Çay pot", 100);

    /** The same empty Products for the whole of one test. */
    protected abstract Products products();

    /** How many events have been told. */
    protected abstract int told();

    private void fill() {
        products().add(GREEN, new ProductEvent.Created(GREEN.snapshot()));
        products().add(BLACK);
        products().add(POT);
    }

    @Test
    void whatIsAddedIsFoundUnchanged() {
        fill();

        assertThat(products().find("prd_1")).contains(GREEN);
        assertThat(products().find("prd_9")).isEmpty();
        assertThat(products().findAll(List.of("prd_1", "prd_3", "prd_9"))).containsExactlyInAnyOrder(GREEN, POT);
        assertThat(products().findAll(List.of())).isEmpty();
        assertThat(products().findBySku(STORE, "SKU-prd_2")).contains(BLACK);
        assertThat(products().findBySku("sto_2", "SKU-prd_2")).isEmpty();
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        fill();
        products().replace(next(GREEN, "Greener"));

        refused(
                Failure.Kind.STALE,
                () -> products().replace(next(GREEN, "Greenest"), new ProductEvent.Updated(GREEN.snapshot())));
        assertThat(products().find("prd_1").orElseThrow().details().title()).isEqualTo("Greener");
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void aSkuIsTakenOnce() {
        fill();
        var twin = Product.create("prd_4", Fixture.store(StoreStatus.PUBLISHED, 1), GREEN.details(), GREEN.createdAt());

        refused(Failure.Kind.CONFLICT, () -> products().add(twin));
        assertThat(products().find("prd_4")).isEmpty();
    }

    @Test
    void manyAreAddedAtOnceButForThoseWhoseSkusAreTaken() {
        products().add(GREEN);
        var twin = Product.create("prd_4", Fixture.store(StoreStatus.PUBLISHED, 1), GREEN.details(), GREEN.createdAt());

        var refused = products().addAll(List.of(created(BLACK), created(twin), created(POT)));

        assertThat(refused).containsExactly("prd_4");
        assertThat(products().findBySkus(STORE, List.of("SKU-prd_1", "SKU-prd_2", "SKU-prd_3", "SKU-prd_9")))
                .containsExactlyInAnyOrder(GREEN, BLACK, POT);
        assertThat(products().findBySkus(STORE, List.of())).isEmpty();
        assertThat(products().unindexed(10)).hasSize(3);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
        assertThat(products().addAll(List.of())).isEmpty();
    }

    private static Products.Write created(Product product) {
        return new Products.Write(product, List.of(new ProductEvent.Created(product.snapshot())));
    }

    private static Products.Write updated(Product product) {
        return new Products.Write(product, List.of(new ProductEvent.Updated(product.snapshot())));
    }

    @Test
    void manyAreReplacedAtOnceAndWhoeverWasFasterStays() {
        fill();
        var green = next(GREEN, "Greener");
        assertThat(products().replaceAll(List.of(updated(green), updated(next(BLACK, "Blacker")))))
                .isTrue();
        await().untilAsserted(() -> assertThat(told()).isEqualTo(3));

        assertThat(products().replaceAll(List.of(updated(next(GREEN, "Late")), updated(next(POT, "Pan")))))
                .isFalse();
        assertThat(products().find("prd_1")).contains(green);
        assertThat(products().find("prd_3").orElseThrow().details().title()).isEqualTo("Pan");
        assertThat(products().replaceAll(List.of())).isTrue();
    }

    @Test
    void listsAreSortedAndPaged() {
        fill();

        assertThat(titles(Sorting.CHEAPEST)).containsExactly("Çay pot", "Black tea", "green Tea");
        assertThat(titles(Sorting.DEAREST)).containsExactly("green Tea", "Black tea", "Çay pot");
        assertThat(titles(Sorting.OLDEST)).containsExactly("green Tea", "Black tea", "Çay pot");
        assertThat(titles(Sorting.NEWEST)).containsExactly("Çay pot", "Black tea", "green Tea");
        assertThat(titles(Sorting.TITLE)).startsWith("Black tea");
        var first = products().page(Filter.LISTED, Sorting.CHEAPEST, Page.Request.first(2));
        var second = products().page(Filter.LISTED, Sorting.CHEAPEST, new Page.Request(2, first.next()));
        assertThat(second.items()).containsExactly(GREEN);
        assertThat(second.next()).isEmpty();
    }

    private List<String> titles(Sorting sorting) {
        return products().page(Filter.LISTED, sorting, Page.Request.first(10)).items().stream()
                .map(product -> product.details().title())
                .toList();
    }

    @Test
    void filtersAreObeyed() {
        fill();

        assertThat(found(filter(Set.of(), 100, 200))).containsExactlyInAnyOrder("prd_2", "prd_3");
        assertThat(found(filter(Set.of(STORE), 0, 1_000))).isEmpty();
        assertThat(found(Filter.LISTED.in(List.of("tea", "coffee")))).hasSize(3);
        assertThat(found(Filter.LISTED.in(List.of("coffee")))).isEmpty();
    }

    private static Filter filter(Set<String> hidden, long from, long to) {
        return new Filter(
                true,
                hidden,
                Optional.of(STORE),
                List.of("tea"),
                Optional.of("Leaf"),
                Optional.of(ProductStatus.ACTIVE),
                OptionalLong.of(from),
                OptionalLong.of(to),
                Optional.of("EUR"),
                false);
    }

    private List<String> found(Filter filter) {
        return products().page(filter, Sorting.OLDEST, Page.Request.first(10)).items().stream()
                .map(Product::id)
                .toList();
    }

    @Test
    void wordsAreFoundByTheirBeginnings() {
        fill();

        assertThat(matching(SearchSorting.RELEVANCE, "BLA")).containsExactly(BLACK);
        assertThat(matching(SearchSorting.CHEAPEST, "tea", "leaf")).containsExactly(POT, BLACK, GREEN);
        assertThat(matching(SearchSorting.RELEVANCE, "sku", "prd", "3")).containsExactly(POT);
        assertThat(matching(SearchSorting.RELEVANCE, "coffee")).isEmpty();
        assertThat(matching(SearchSorting.NEWEST)).containsExactly(POT, BLACK, GREEN);
        assertThat(products().count(List.of("tea"), SearchQuery.of(Filter.LISTED, 1), 9))
                .isEqualTo(3);
        assertThat(products().count(List.of("tea"), SearchQuery.of(Filter.LISTED, 1), 2))
                .isEqualTo(2);
    }

    private List<Product> matching(SearchSorting sorting, String... words) {
        return products()
                .matching(List.of(words), query(sorting, OptionalDouble.empty(), Map.of()))
                .items();
    }

    private static SearchQuery query(SearchSorting sorting, OptionalDouble rating, Map<String, String> attributes) {
        return new SearchQuery(Optional.empty(), Filter.LISTED, rating, attributes, sorting, Page.Request.first(10));
    }

    @Test
    void starsSalesAndAttributesCountWithoutAnEngineToo() {
        fill();
        products().replace(BLACK.rated(new Rating(4.5, 2, 1)));
        products().replace(POT.stocked(List.of(), 7));

        assertThat(matching(SearchSorting.BEST_RATED))
                .extracting(Product::id)
                .containsExactly("prd_2", "prd_3", "prd_1");
        assertThat(matching(SearchSorting.MOST_SOLD))
                .extracting(Product::id)
                .containsExactly("prd_3", "prd_2", "prd_1");
        var good = query(SearchSorting.DEAREST, OptionalDouble.of(4.5), Map.of("a.b", "$c"));
        assertThat(products().matching(List.of(), good).items())
                .extracting(Product::id)
                .containsExactly("prd_2");
        var other = query(SearchSorting.DEAREST, OptionalDouble.empty(), Map.of("a.b", "c"));
        assertThat(products().matching(List.of(), other).items()).isEmpty();
        var first = products().matching(List.of(), SearchQuery.of(Filter.LISTED, 2));
        var next = SearchQuery.of(Filter.LISTED, 2).on(new Page.Request(2, first.next()));
        assertThat(products().matching(List.of(), next).items())
                .extracting(Product::id)
                .containsExactly("prd_1");
    }

    @Test
    void whatAStoreSellsIsListedOnlyWhileItIsPublished() {
        fill();

        assertThat(products().list(STORE, false)).isEqualTo(3);
        assertThat(products().list(STORE, false)).isZero();
        assertThat(found(Filter.LISTED)).isEmpty();
        assertThat(products().find("prd_1").orElseThrow().version()).isEqualTo(2);
        assertThat(products().list(STORE, true)).isEqualTo(3);
        assertThat(found(Filter.LISTED)).hasSize(3);
    }

    @Test
    void whatTheIndexHasNotSeenIsHandedOut() {
        fill();
        assertThat(products().unindexed(10)).hasSize(3);
        products().indexed(List.of(GREEN, BLACK, POT));
        assertThat(products().unindexed(10)).isEmpty();
        assertThat(products().unindexedIn(STORE)).isFalse();

        var later = next(GREEN, "Greener");
        products().replace(later);
        products().indexed(List.of(GREEN)); // the version before

        assertThat(products().unindexed(10)).containsExactly(later);
        assertThat(products().unindexedIn(STORE)).isTrue();
        products().index(List.of("prd_2"));
        assertThat(products().unindexed(10)).hasSize(2);
    }

    @Test
    void allOfThemAreReadInSteps() {
        fill();

        assertThat(products().after("", 2)).containsExactly(GREEN, BLACK);
        assertThat(products().after("prd_2", 2)).containsExactly(POT);
        assertThat(products().changedSince(Instant.EPOCH, "prd_1", 10)).containsExactly(BLACK, POT);
    }

    @Test
    void aCategoryInUseIsKnown() {
        fill();

        assertThat(products().anyIn("tea")).isTrue();
        assertThat(products().anyIn("coffee")).isFalse();
    }

    private static void refused(Failure.Kind kind, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
