package shop.stores.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.stores.domain.StoreFixture.aStore;
import static shop.stores.domain.StoreFixture.event;
import static shop.stores.domain.StoreFixture.published;
import static shop.stores.domain.StoreFixture.staffed;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;
import shop.stores.domain.StoreEvent.Kind;
import shop.stores.domain.Stores.Query;

/** What any Stores must do; each implementation runs all of it. */
public abstract class StoresContract {

    private static final Query ANY = new Query(Optional.empty(), Optional.empty());

    /** The same empty Stores for the whole of one test. */
    protected abstract Stores stores();

    /** How many events have been told. */
    protected abstract int told();

    private void keep(Store store) {
        stores().add(store, event(Kind.CREATED, store));
    }

    @Test
    void whatIsAddedIsFoundUnchanged() {
        var address = new Address(
                "Ann",
                Optional.of("Tea Ltd"),
                "Main Street 1",
                Optional.empty(),
                "Berlin",
                Optional.empty(),
                "10115",
                "DE",
                Optional.of("+49 30 1"));
        var profile = new Profile(
                "Tea House",
                "Tea",
                "tea@example.com",
                "DE",
                Optional.of("https://tea.example/logo.png"),
                Optional.of(address));
        var store = staffed(aStore().edit("tea", profile, NOON), "bob", "cat");
        keep(store);

        assertThat(stores().find("sto_1")).contains(store);
        assertThat(stores().findBySlug("tea")).contains(store);
        assertThat(stores().find("sto_2")).isEmpty();
        assertThat(stores().findBySlug("tea-house")).isEmpty();
    }

    @Test
    void aSlugBelongsToOneStore() {
        keep(aStore());
        var other = aStore("sto_2", "other", "bob");
        keep(other);

        taken(() -> keep(aStore("sto_3", "tea-house", "bob")));
        taken(() -> stores().replace(other.edit("tea-house", other.profile(), NOON), event(Kind.UPDATED, other)));
        assertThat(stores().find("sto_2")).contains(other);
    }

    private static void taken(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("slug_taken"));
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        keep(aStore());
        stores().replace(published(aStore()), event(Kind.PUBLISHED, published(aStore())));

        assertThatThrownBy(() -> stores().replace(staffed(aStore(), "bob"), event(Kind.STAFF_CHANGED, aStore())))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThat(stores().find("sto_1")).contains(published(aStore()));
        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
    }

    @Test
    void onlyPublishedStoresAreListedAndFoundByWordAndCountry() {
        keep(aStore());
        keep(published(aStore("sto_2", "two", "ann")));
        keep(published(aStore("sto_3", "three", "bob")));

        assertThat(stores().published(ANY, Page.Request.first(9)).items())
                .extracting(Store::id)
                .containsExactly("sto_3", "sto_2");
        assertThat(stores().published(new Query(Optional.of("TEA hou"), Optional.of("DE")), Page.Request.first(9))
                        .items())
                .hasSize(2);
        for (var none : List.of("coffee", "ouse", "tea houseboat")) {
            assertThat(stores().published(new Query(Optional.of(none), Optional.empty()), Page.Request.first(9))
                            .items())
                    .as(none)
                    .isEmpty();
        }
        assertThat(stores().published(new Query(Optional.empty(), Optional.of("FR")), Page.Request.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 1; i <= 5; i++) keep(published(aStore("sto_" + i, "s" + i, "ann")));

        var first = stores().published(ANY, Page.Request.first(3));
        var second = stores().published(ANY, new Page.Request(3, first.next()));

        assertThat(first.items()).extracting(Store::id).containsExactly("sto_5", "sto_4", "sto_3");
        assertThat(second.items()).extracting(Store::id).containsExactly("sto_2", "sto_1");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void peopleFindTheStoresTheyOwnOrWorkFor() {
        keep(aStore());
        keep(staffed(aStore("sto_2", "two", "bob"), "ann"));
        keep(aStore("sto_3", "three", "bob"));

        assertThat(stores().runBy("ann", Page.Request.first(9)).items())
                .extracting(Store::id)
                .containsExactly("sto_2", "sto_1");
        assertThat(stores().touching("ann")).extracting(Store::id).containsExactlyInAnyOrder("sto_2", "sto_1");
    }
}
