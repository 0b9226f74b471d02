package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.products.domain.Fixture.next;
import static shop.products.domain.Fixture.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;

/** What any SearchIndex must do, whoever writes to it in whatever order. */
public abstract class SearchIndexContract {

    private static final Product GREEN = product("prd_1", "Green tea", 300);
    private static final Product BLACK = product("prd_2", "Black tea", 200);

    /** The same for the whole of one test; nothing is there at its beginning. */
    protected abstract SearchIndex index();

    /** Another one being filled, by whichever process. */
    protected abstract SearchIndex.Rebuild rebuild();

    /** Whatever is there goes, as if somebody had deleted it. */
    protected abstract void lose();

    @BeforeEach
    void build() {
        assertThat(index().exists()).isFalse();
        index().rebuild().swap();
        assertThat(index().exists()).isTrue();
        assertThat(index().answers()).isTrue();
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
        return index().search(query(text)).ids();
    }

    @Test
    void oldNewsNeverReplacesNewNews() {
        var later = next(GREEN, "Matcha");

        index().write(List.of(later));
        index().write(List.of(GREEN, BLACK));

        assertThat(index().count()).isEqualTo(2);
        assertThat(found("matcha")).containsExactly("prd_1");
        assertThat(found("black")).containsExactly("prd_2");
        assertThat(index().versions(List.of("prd_1", "prd_2", "prd_9")).byId())
                .isEqualTo(Map.of("prd_1", 2L, "prd_2", 1L));
        assertThat(index().after("prd_1", 5)).containsExactly("prd_2");
        index().remove(List.of("prd_2", "prd_9"));
        assertThat(index().count()).isEqualTo(1);
    }

    @Test
    void pagesFollowEachOtherAndAreCounted() {
        index().write(List.of(GREEN, BLACK));
        assertThat(index().count()).isEqualTo(2);
        var one = Page.Request.first(1);

        var first = index().search(query("tea").on(one));
        var second = index().search(query("tea").on(new Page.Request(1, first.next())));

        assertThat(first.total()).isEqualTo(2);
        assertThat(List.of(first.ids().getFirst(), second.ids().getFirst()))
                .containsExactlyInAnyOrder("prd_1", "prd_2");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whatIsBeingFilledIsNotSearched() {
        index().write(List.of(GREEN));
        assertThat(index().count()).isEqualTo(1);

        var rebuild = rebuild();
        rebuild.write(List.of(BLACK));
        assertThat(index().count()).isEqualTo(1);
        assertThat(found("black")).isEmpty();
        rebuild.swap();

        assertThat(found("black")).containsExactly("prd_2");
        assertThat(found("green")).isEmpty();
    }

    @Test
    void twoWhoRebuildAtOnceLeaveOneIndexAndWhoCameFirstIsToldSo() {
        var first = rebuild();
        var second = rebuild();
        first.write(List.of(GREEN));
        second.write(List.of(GREEN, BLACK));

        second.swap();

        unavailable(() -> first.write(List.of(BLACK)));
        assertThatThrownBy(first::swap).isInstanceOf(Failure.class);
        assertThat(index().count()).isEqualTo(2);
    }

    @Test
    void anIndexThatHasGoneIsNotMadeByTheWay() {
        lose();

        unavailable(() -> index().write(List.of(GREEN)));
        unavailable(() -> found("tea"));

        assertThat(index().exists()).isFalse();
    }

    @Test
    void beginningsAreFoundButNotOfHiddenStores() {
        index().write(List.of(GREEN, BLACK));
        assertThat(index().count()).isEqualTo(2);

        assertThat(index().beginning("gre", Set.of(), 10)).containsExactly("prd_1");
        assertThat(index().beginning("lea", Set.of(), 10)).hasSize(2);
        assertThat(index().beginning("lea", Set.of(), 1)).hasSize(1);
        assertThat(index().beginning("lea", Set.of(GREEN.storeId()), 10)).isEmpty();
    }

    private static void unavailable(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
    }
}
