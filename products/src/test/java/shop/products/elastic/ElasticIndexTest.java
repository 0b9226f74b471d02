package shop.products.elastic;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.products.domain.Fixture.next;
import static shop.products.domain.Fixture.product;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.testing.TestElastic;
import shop.products.domain.Filter;
import shop.products.domain.Product;
import shop.products.domain.SearchQuery;
import shop.products.domain.SearchSorting;

/** What the index promises, whoever writes to it in whatever order. */
class ElasticIndexTest {

    private static final Product GREEN = product("prd_1", "Green tea", 300);
    private static final Product BLACK = product("prd_2", "Black tea", 200);

    private final String alias = "index-" + UUID.randomUUID();
    private final Elastic elastic = Elastic.at(URI.create(TestElastic.url()), Duration.ofMinutes(1));
    private final ElasticIndex index = at(0);

    /** As a process sees it that looks so many seconds later. */
    private ElasticIndex at(int second) {
        return new ElasticIndex(elastic, alias, Clock.fixed(NOON.plusSeconds(second), UTC));
    }

    @BeforeEach
    void build() {
        assertThat(index.exists()).isFalse();
        index.rebuild().swap();
        assertThat(index.exists()).isTrue();
    }

    @AfterEach
    void stop() {
        elastic.find("DELETE", "/" + alias + "-*", "");
        elastic.close();
    }

    private static SearchQuery query(String text) {
        return new SearchQuery(
                Optional.of(text),
                Filter.LISTED,
                OptionalDouble.empty(),
                Map.of(),
                SearchSorting.RELEVANCE,
                Page.Request.first(10));
    }

    private List<String> found(String text) {
        return index.search(query(text)).ids();
    }

    @Test
    void oldNewsNeverReplacesNewNews() {
        var later = next(GREEN, "Matcha");

        index.write(List.of(later));
        index.write(List.of(GREEN, BLACK));

        assertThat(index.count()).isEqualTo(2);
        assertThat(found("matcha")).containsExactly("prd_1");
        assertThat(found("black")).containsExactly("prd_2");
        assertThat(index.versions(List.of("prd_1", "prd_2", "prd_9")).byId())
                .isEqualTo(Map.of("prd_1", 2L, "prd_2", 1L));
        assertThat(index.after("prd_1", 5)).containsExactly("prd_2");
        index.remove(List.of("prd_2", "prd_9"));
        assertThat(index.count()).isEqualTo(1);
    }

    @Test
    void whatIsBeingFilledIsNotSearched() {
        index.write(List.of(GREEN));
        assertThat(index.count()).isEqualTo(1);

        var rebuild = at(1).rebuild();
        rebuild.write(List.of(BLACK));
        assertThat(index.count()).isEqualTo(1);
        assertThat(found("black")).isEmpty();
        rebuild.swap();

        assertThat(found("black")).containsExactly("prd_2");
        assertThat(found("green")).isEmpty();
        assertThat(indices()).hasSize(1);
    }

    @Test
    void twoWhoRebuildAtOnceLeaveOneIndexAndWhoCameFirstIsToldSo() {
        var first = at(1).rebuild();
        var second = at(2).rebuild();
        first.write(List.of(GREEN));
        second.write(List.of(GREEN, BLACK));

        second.swap();

        assertThatThrownBy(() -> first.write(List.of(BLACK)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
        assertThatThrownBy(first::swap).isInstanceOf(Failure.class);
        assertThat(index.count()).isEqualTo(2);
        assertThat(indices()).hasSize(1);
    }

    @Test
    void anIndexThatHasGoneIsNotMadeByTheWay() {
        elastic.find("DELETE", "/" + alias + "-*", "");

        assertThatThrownBy(() -> index.write(List.of(GREEN))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> found("tea")).isInstanceOf(Failure.class);

        assertThat(index.exists()).isFalse();
        assertThat(indices()).isEmpty();
    }

    @Test
    void beginningsAreFoundButNotOfHiddenStores() {
        index.write(List.of(GREEN, BLACK));
        assertThat(index.count()).isEqualTo(2);

        assertThat(index.beginning("gre", Set.of(), 10)).containsExactly("prd_1");
        assertThat(index.beginning("lea", Set.of(), 10)).hasSize(2);
        assertThat(index.beginning("lea", Set.of(), 1)).hasSize(1);
        assertThat(index.beginning("lea", Set.of(GREEN.storeId()), 10)).isEmpty();
    }

    private List<String> indices() {
        return List.copyOf(elastic.ask("GET", "/" + alias + "-*/_alias", "").propertyNames());
    }
}
