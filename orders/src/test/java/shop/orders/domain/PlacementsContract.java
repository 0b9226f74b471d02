package shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import org.junit.jupiter.api.Test;

/** What any Placements must do. */
public abstract class PlacementsContract {

    /** The same empty Placements for the whole of one test. */
    protected abstract Placements placements();

    @Test
    void theFirstClaimStands() {
        assertThat(placements().claim("req_1", "ord_1", NOON)).isEqualTo("ord_1");
        assertThat(placements().claim("req_1", "ord_2", NOON)).isEqualTo("ord_1");
        assertThat(placements().claim("req_2", "ord_2", NOON)).isEqualTo("ord_2");
    }

    @Test
    void aDroppedRequestIsNew() {
        placements().claim("req_1", "ord_1", NOON);
        placements().drop("req_1");

        assertThat(placements().claim("req_1", "ord_2", NOON)).isEqualTo("ord_2");
    }

    @Test
    void onlyOldOnesAreSwept() {
        placements().claim("req_1", "ord_1", NOON);
        placements().claim("req_2", "ord_2", NOON.plusSeconds(1));
        placements().sweep(NOON.plusSeconds(1));

        assertThat(placements().claim("req_1", "ord_3", NOON)).isEqualTo("ord_3");
        assertThat(placements().claim("req_2", "ord_3", NOON)).isEqualTo("ord_2");
    }
}
