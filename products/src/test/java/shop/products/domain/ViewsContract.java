package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import org.junit.jupiter.api.Test;
import shop.platform.Page;

/** What any Views must do; each implementation runs all of it. */
public abstract class ViewsContract {

    private static final int MOST = 3;

    /** The same empty Views for the whole of one test. */
    protected abstract Views views();

    private static View view(String userId, String productId, int second) {
        return new View(userId, productId, "sto_1", NOON.plusSeconds(second));
    }

    private void look(String productId, int second) {
        views().keep(view("ann", productId, second), MOST);
    }

    @Test
    void theNewestComesFirstAndNoneTwice() {
        look("prd_1", 1);
        look("prd_2", 2);
        look("prd_1", 3);
        views().keep(view("bob", "prd_9", 4), MOST);

        var first = views().of("ann", Page.Request.first(1));
        assertThat(first.items()).containsExactly(view("ann", "prd_1", 3));
        assertThat(views().of("ann", new Page.Request(5, first.next())).items())
                .containsExactly(view("ann", "prd_2", 2));
    }

    @Test
    void nobodyForgetsAndNobodyHoards() {
        for (int i = 1; i <= 5; i++) look("prd_" + i, i);
        assertThat(views().of("ann", Page.Request.first(10)).items()).hasSizeBetween(MOST, MOST + 2);

        views().forget("ann");
        assertThat(views().of("ann", Page.Request.first(10)).items()).isEmpty();
    }
}
