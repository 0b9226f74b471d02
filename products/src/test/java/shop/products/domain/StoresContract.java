package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.products.domain.Fixture.STORE;
import static shop.products.domain.Fixture.store;

import org.junit.jupiter.api.Test;

/** What any Stores must do; each implementation runs all of it. */
public abstract class StoresContract {

    /** The same empty Stores for the whole of one test. */
    protected abstract Stores stores();

    /** Makes time pass until nobody acts on older news any more. */
    protected abstract void calm();

    @Test
    void theNewestNewsIsKept() {
        assertThat(stores().find(STORE)).isEmpty();

        assertThat(stores().keep(store(StoreStatus.PUBLISHED, 2))).isTrue();
        assertThat(stores().keep(store(StoreStatus.DRAFT, 1))).isFalse();
        assertThat(stores().keep(store(StoreStatus.PUBLISHED, 2))).isFalse();

        assertThat(stores().find(STORE)).contains(store(StoreStatus.PUBLISHED, 2));
        assertThat(stores().keep(store(StoreStatus.SUSPENDED, 3))).isTrue();
        assertThat(stores().find(STORE)).contains(store(StoreStatus.SUSPENDED, 3));
    }

    @Test
    void whatHasClosedIsHiddenUntilThatIsSettled() {
        stores().keep(store(StoreStatus.PUBLISHED, 1));
        assertThat(stores().hidden()).isEmpty();
        assertThat(stores().unsettled(10)).hasSize(1);

        stores().keep(store(StoreStatus.SUSPENDED, 2));
        assertThat(stores().hidden()).containsExactly(STORE);
        calm();
        stores().settle(store(StoreStatus.PUBLISHED, 1));
        assertThat(stores().unsettled(10)).as("settled in an older state").hasSize(1);
        stores().settle(store(StoreStatus.SUSPENDED, 2));

        assertThat(stores().unsettled(10)).isEmpty();
        stores().keep(store(StoreStatus.SUSPENDED, 3));
        assertThat(stores().unsettled(10)).as("nothing has opened or closed").isEmpty();
    }
}
