package shop.orders.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import org.junit.jupiter.api.Test;
import shop.orders.domain.sandbox.Transaction.Back;
import shop.platform.Money;

/** What any Charges must do. */
public abstract class ChargesContract {

    private static final Money PRICE = new Money(998, "EUR");
    private static final Transaction SLOW = Transaction.of("pay_1", "ord_1", PRICE, Card.TIMEOUT, NOON);

    /** The same empty Charges for the whole of one test. */
    protected abstract Charges charges();

    @Test
    void aReferenceIsTakenOnce() {
        assertThat(charges().add(SLOW)).isTrue();
        assertThat(charges().add(Transaction.of("pay_1", "ord_2", PRICE, Card.OK, NOON)))
                .isFalse();
        assertThat(charges().find("pay_1")).contains(SLOW);
        assertThat(charges().find("pay_2")).isEmpty();
    }

    @Test
    void theNextVersionTakesThePlaceOfTheOneBefore() {
        charges().add(SLOW);
        var next = SLOW.refunded(new Back("rfd_1", PRICE));

        assertThat(charges().replace(next)).isTrue();
        assertThat(charges().replace(next)).isFalse();
        assertThat(charges().find("pay_1")).contains(next);
    }

    @Test
    void whoIsToBeCalledIsFoundWhenItIsTime() {
        charges().add(SLOW);
        charges().add(Transaction.of("pay_2", "ord_1", PRICE, Card.OK, NOON));
        var time = NOON.plus(Sandbox.THINKING);

        assertThat(charges().toCall(time.minusMillis(1), 10)).isEmpty();
        assertThat(charges().toCall(time, 10)).containsExactly(SLOW);
    }
}
