package shop.orders.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.orders.domain.Cards;
import shop.orders.domain.Outcome;
import shop.orders.domain.sandbox.Transaction.State;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.testing.TestClock;

class SandboxTest {

    private static final Money PRICE = new Money(998, "EUR");

    private final TestClock clock = new TestClock(NOON);
    private final InMemoryCharges charges = new InMemoryCharges();
    private final List<Transaction> called = new ArrayList<>();
    private boolean shopAnswers = true;
    private final Sandbox sandbox = new Sandbox(charges, this::take, clock);

    private void take(Transaction charge) {
        if (!shopAnswers) throw Failure.unavailable("the shop");
        called.add(charge);
    }

    @Test
    void eachCardHasItsFate() {
        assertThat(charge("pay_1", "tok_ok")).isEqualTo(new Outcome.Succeeded());
        assertThat(charge("pay_2", "tok_declined")).isEqualTo(new Outcome.Declined("card_declined"));
        assertThat(charge("pay_3", "tok_insufficient_funds")).isEqualTo(new Outcome.Declined("insufficient_funds"));
        assertThat(charge("pay_4", "tok_timeout")).isEqualTo(new Outcome.Pending());
        assertThat(charge("pay_5", "")).isEqualTo(new Outcome.Declined("invalid_token"));
    }

    @Test
    void aReferenceIsChargedOnce() {
        charge("pay_1", "tok_ok");

        assertThat(charge("pay_1", "tok_declined")).isEqualTo(new Outcome.Succeeded());
        assertThat(sandbox.settle("pay_1", "ord_1", PRICE)).isEqualTo(new Outcome.Succeeded());
    }

    @Test
    void whatItNeverHeardOfIsOverForGood() {
        assertThat(sandbox.settle("pay_1", "ord_1", PRICE)).isEqualTo(new Outcome.Declined("not_completed"));
        assertThat(charge("pay_1", "tok_ok")).isEqualTo(new Outcome.Declined("not_completed"));
    }

    @Test
    void itThinksAndThenCallsOnce() {
        charge("pay_1", "tok_timeout");
        sandbox.callBack();
        assertThat(called).isEmpty();

        clock.advance(Sandbox.THINKING);
        sandbox.callBack();
        sandbox.callBack();

        assertThat(called).extracting(Transaction::state).containsExactly(State.SUCCEEDED);
        assertThat(sandbox.settle("pay_1", "ord_1", PRICE)).isEqualTo(new Outcome.Succeeded());
    }

    @Test
    void itCallsTwiceWhenThatIsTheCard() {
        charge("pay_1", "tok_duplicate_webhook");
        clock.advance(Sandbox.THINKING);
        for (int i = 0; i < 5; i++) sandbox.callBack();

        assertThat(called).extracting(Transaction::id).containsExactly("pay_1", "pay_1");
    }

    @Test
    void aCallNobodyTookIsMadeAgain() {
        charge("pay_1", "tok_timeout_declined");
        clock.advance(Sandbox.THINKING);
        shopAnswers = false;
        assertThatThrownBy(sandbox::callBack).isInstanceOf(Failure.class);

        shopAnswers = true;
        sandbox.callBack();
        assertThat(called).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        sandbox.callBack();

        assertThat(called).extracting(Transaction::state).containsExactly(State.DECLINED);
    }

    @Test
    void moneyGoesBackOnceForEachRefundAndNeverMoreThanCame() {
        charge("pay_1", "tok_ok");
        sandbox.refund("pay_1", "rfd_1", new Money(900, "EUR"));
        sandbox.refund("pay_1", "rfd_1", new Money(900, "EUR"));

        assertThat(charges.find("pay_1").orElseThrow().left()).isEqualTo(98);
        assertThatThrownBy(() -> sandbox.refund("pay_1", "rfd_2", new Money(99, "EUR")))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> sandbox.refund("pay_2", "rfd_2", PRICE)).isInstanceOf(Failure.class);
    }

    private Outcome charge(String reference, String token) {
        return sandbox.charge(new Cards.Charge(reference, "ord_1", PRICE, token));
    }
}
