package shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What any Stores must do. */
public abstract class StoresContract {

    private static final Store SECOND = new Store("sto_1", "bob", List.of("cat"), 2);

    /** The same empty Stores for the whole of one test. */
    protected abstract Stores stores();

    @Test
    void whatIsKeptIsFound() {
        assertThat(stores().find("sto_1")).isEmpty();
        stores().keep(SECOND);
        assertThat(stores().find("sto_1")).contains(SECOND);
    }

    @Test
    void manyAreFoundAtOnce() {
        var other = new Store("sto_2", "ann", List.of(), 1);
        stores().keep(SECOND);
        stores().keep(other);

        assertThat(stores().among(Set.of("sto_1", "sto_2", "sto_3"))).containsExactlyInAnyOrder(SECOND, other);
        assertThat(stores().among(Set.of())).isEmpty();
    }

    @Test
    void onlyNewsIsNew() {
        stores().keep(SECOND);
        stores().keep(new Store("sto_1", "ann", List.of(), 1));
        stores().keep(new Store("sto_1", "ann", List.of(), 2));
        assertThat(stores().find("sto_1")).contains(SECOND);

        var third = new Store("sto_1", "bob", List.of(), 3);
        stores().keep(third);
        assertThat(stores().find("sto_1")).contains(third);
    }
}
