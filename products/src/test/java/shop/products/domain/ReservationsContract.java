package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.products.domain.Fixture.reservation;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;

/** What any Reservations must do; each implementation runs all of it. */
public abstract class ReservationsContract {

    /** The same empty Reservations for the whole of one test. */
    protected abstract Reservations reservations();

    /** How many events have been told. */
    protected abstract int told();

    @Test
    void whatIsAddedIsFoundUnchangedAndThereOnce() {
        reservations().add(reservation("ord_1"));

        assertThat(reservations().find("ord_1")).contains(reservation("ord_1"));
        assertThat(reservations().find("ord_2")).isEmpty();
        stale(() -> reservations().add(reservation("ord_1")));
    }

    @Test
    void aStaleMoveIsNeitherKeptNorTold() {
        reservations().add(reservation("ord_1"));
        var held = reservation("ord_1").to(ReservationStatus.HELD, NOON);
        reservations().replace(held, new ReservationEvent.Expired("ord_1"));

        stale(() -> reservations().replace(held, new ReservationEvent.Expired("ord_1")));
        assertThat(reservations().find("ord_1")).contains(held);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void whatIsOverOrHalfDoneIsFound() {
        reservations().add(reservation("ord_1"));
        reservations().add(reservation("ord_2"));
        reservations().replace(reservation("ord_2").to(ReservationStatus.RELEASED, NOON));
        var late = NOON.plus(Duration.ofHours(1));

        assertThat(reservations().expired(late, 10)).extracting(Reservation::id).containsExactly("ord_1");
        assertThat(reservations().expired(NOON, 10)).isEmpty();
        assertThat(reservations().unfinished(late, 10))
                .extracting(Reservation::id)
                .containsExactly("ord_2");
        assertThat(reservations().unfinished(NOON, 10)).isEmpty();
    }

    private static void stale(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
    }
}
