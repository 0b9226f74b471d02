package shop.stores.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.stores.domain.StoreFixture.aStore;
import static shop.stores.domain.StoreFixture.moved;
import static shop.stores.domain.StoreFixture.published;
import static shop.stores.domain.StoreFixture.staffed;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;

class StoreTest {

    private static final Caller ANN = new Caller("ann", false, false);
    private static final Caller BOB = new Caller("bob", false, false);
    private static final Caller SUE = new Caller("sue", false, true);

    @Test
    void itMovesOnlyWhereItMay() {
        assertThat(moved(published(aStore()), Status.DEACTIVATED).status()).isEqualTo(Status.DEACTIVATED);
        refused(aStore(), Status.DEACTIVATED, "published", "suspended", "closed");
        refused(published(aStore()), Status.PUBLISHED, "deactivated", "suspended", "closed");
        refused(moved(aStore(), Status.CLOSED), Status.PUBLISHED);
    }

    @Test
    void aSuspendedStoreGoesBackToWhereItWas() {
        var suspended = moved(published(aStore()), Status.SUSPENDED);

        refused(suspended, Status.DEACTIVATED, "published", "closed");
        refused(suspended, Status.PUBLISHED, "published", "closed");
        assertThat(suspended.reinstated("root", NOON, Optional.empty()).status())
                .isEqualTo(Status.PUBLISHED);
        assertThatThrownBy(() -> aStore().reinstated("root", NOON, Optional.empty()))
                .hasMessageContaining("is not suspended");
    }

    @Test
    void everyMoveIsRemembered() {
        var store = moved(published(aStore()), Status.DEACTIVATED);

        assertThat(store.history())
                .extracting(Change::status)
                .containsExactly(Status.DRAFT, Status.PUBLISHED, Status.DEACTIVATED);
        assertThat(store.version()).isEqualTo(3);
    }

    @Test
    void theHistoryIsBounded() {
        var store = aStore();
        for (int i = 0; i < 150; i++) store = moved(published(store), Status.DEACTIVATED);

        assertThat(store.history())
                .hasSize(200)
                .last()
                .extracting(Change::status)
                .isEqualTo(Status.DEACTIVATED);
    }

    @Test
    void aDraftIsSeenByItsPeopleAndThoseWhoSeeEverything() {
        assertThat(aStore().visibleTo(ANN)).isTrue();
        assertThat(aStore().visibleTo(SUE)).isTrue();
        assertThat(aStore().visibleTo(BOB)).isFalse();
        assertThat(staffed(aStore(), "bob").visibleTo(BOB)).isTrue();
        assertThat(published(aStore()).visibleTo(Caller.STRANGER)).isTrue();
    }

    @Test
    void slugsAreMadeFromNames() {
        assertThat(Slug.from("Café Größe & Söhne!")).isEqualTo("cafe-gro-e-sohne");
        assertThat(Slug.from("漢字")).isEqualTo("store");
        assertThat(Slug.from("Mine")).isEqualTo("store");
        assertThat(Slug.from("x".repeat(100))).hasSize(60);
        for (var bad : List.of("", "-a", "a-", "A", "a_b", "mine", "a".repeat(61))) {
            assertThatThrownBy(() -> Slug.checked(bad)).isInstanceOf(Failure.class);
        }
    }

    private static void refused(Store store, Status next, String... allowed) {
        assertThatThrownBy(() -> moved(store, next)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo("invalid_transition");
            assertThat(failure.members()).containsEntry("allowed", List.of(allowed));
        });
    }
}
