package shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What any Carts must do. */
public abstract class CartsContract {

    private static final Cart FIRST = Cart.empty("ann", NOON).put(new Line("prd_tea", Optional.of("TEA-1"), 2), NOON);

    private final Cart second = FIRST.put(new Line("prd_mug", Optional.empty(), 1), NOON);

    /** The same empty Carts for the whole of one test. */
    protected abstract Carts carts();

    @Test
    void whatIsKeptIsFound() {
        assertThat(carts().find("ann")).isEmpty();
        assertThat(carts().keep(FIRST)).isTrue();
        assertThat(carts().find("ann")).contains(FIRST);
        assertThat(carts().keep(second)).isTrue();
        assertThat(carts().find("ann")).contains(second);
    }

    @Test
    void whoComesSecondIsTold() {
        carts().keep(FIRST);
        assertThat(carts().keep(FIRST)).isFalse();

        carts().keep(second);
        assertThat(carts().keep(FIRST.remove("prd_tea", Optional.empty(), NOON)))
                .isFalse();
        assertThat(carts().find("ann")).contains(second);
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeginAnew() {
        carts().keep(FIRST);
        carts().delete("ann");

        assertThat(carts().find("ann")).isEmpty();
        assertThat(carts().keep(FIRST)).isTrue();
    }
}
