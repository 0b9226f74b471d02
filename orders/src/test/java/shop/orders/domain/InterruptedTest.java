package shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.orders.domain.OrderFixture.HOME;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.orders.domain.sandbox.InMemoryCharges;
import shop.orders.domain.sandbox.Sandbox;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.testing.TestClock;

/** A process may die between any two steps: nothing is sold, charged or given back twice, and nothing is left undone. */
class InterruptedTest {

    private static final Caller ANN = new Caller("ann", false, false);
    private static final Caller BOB = new Caller("bob", false, false);
    private static final Money PRICE = new Money(998, "EUR");
    private static final List<Line> TEA = List.of(new Line("tea", Optional.empty(), 2));

    private final TestClock clock = new TestClock(NOON);
    private final InMemoryOrders kept = new InMemoryOrders();
    private final DyingOrders orders = new DyingOrders(kept);
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue().with("tea", "sto_1", new Money(499, "EUR"), 2);
    private final InMemoryCharges charges = new InMemoryCharges();
    private final DyingCards cards = new DyingCards(new Sandbox(charges, charge -> {}, clock));
    private final InMemoryCarts carts = new InMemoryCarts();
    private final Books books = new Books(orders, carts, new InMemoryPlacements(), new InMemoryStores());
    private final Neighbours neighbours = new Neighbours(
            catalogue, (user, id) -> Optional.empty(), id -> Optional.of(new Store(id, "bob", List.of(), 1)), cards);
    private final Office office = Office.of(books, neighbours, Duration.ofMinutes(30), clock);

    @BeforeEach
    void fillCart() {
        office.carting().put("ann", TEA.getFirst(), OptionalInt.empty());
    }

    @Test
    void aRequestThatDiedBeforeItsOrderWasKeptFindsWhatItHeld() {
        orders.dieAt(DyingOrders.At.BEFORE_ADDING);
        assertThatThrownBy(() -> place("one")).isInstanceOf(IllegalStateException.class);
        assertThat(catalogue.held()).isEqualTo(1);

        var order = place("one"); // these are the last two

        assertThat(catalogue.hold(order.id())).isPresent();
        assertThat(catalogue.held()).isEqualTo(1);
    }

    @Test
    void aRequestThatDiedAfterItsOrderWasKeptFindsThatOrder() {
        orders.dieAt(DyingOrders.At.AFTER_ADDING);
        assertThatThrownBy(() -> place("one")).isInstanceOf(IllegalStateException.class);

        var order = place("one");

        assertThat(kept.told()).hasSize(1);
        assertThat(kept.find(order.id())).contains(order);
    }

    @Test
    void aCheckoutThatDiedIsFinishedByTheSameRequest() {
        orders.dieAt(DyingOrders.At.AFTER_ADDING);
        assertThatThrownBy(() -> checkOut("one")).isInstanceOf(IllegalStateException.class);
        assertThat(office.carting().cart("ann").lines()).hasSize(1);

        var order = checkOut("one");

        assertThat(kept.told()).hasSize(1);
        assertThat(office.carting().cart("ann").lines()).isEmpty();
        assertThat(checkOut("one")).isEqualTo(order);
    }

    @Test
    void aRefusedRequestHoldsNothingAndMayBeMadeAnew() {
        var wrong = new Placing.Request("one", "ann", TEA, recipient(), Method.CARD, Optional.of(new Money(1, "EUR")));
        assertThatThrownBy(() -> office.placing().place(wrong)).isInstanceOf(Failure.class);
        assertThat(catalogue.held()).isZero();

        assertThat(place("one").open()).isTrue();
    }

    @Test
    void aChargeWhoseAnswerWasLostIsAskedForAndCounts() {
        var order = place("one");
        cards.dieAt(DyingCards.At.AFTER_CHARGING);
        assertThatThrownBy(() -> pay(order, "k1")).isInstanceOf(Failure.class);
        assertThat(now(order).payment().status()).isEqualTo(PaymentStatus.PENDING);

        later();

        assertThat(now(order).payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(kept.told()).hasExactlyElementsOfTypes(OrderEvent.Placed.class, OrderEvent.Paid.class);
    }

    @Test
    void aProcessThatDiedBeforeKeepingThePaymentIsFollowedByOneThatDoes() {
        var order = place("one");
        orders.dieTelling(OrderEvent.Paid.class);
        assertThatThrownBy(() -> pay(order, "k1")).isInstanceOf(IllegalStateException.class);

        later();

        assertThat(now(order).payment().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void theSamePaymentAgainGoesOnWhereItWasCutShort() {
        var order = place("one");
        cards.dieAt(DyingCards.At.AFTER_CHARGING);
        assertThatThrownBy(() -> pay(order, "k1")).isInstanceOf(Failure.class);

        assertThat(pay(order, "k1").payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(pay(order, "k1").version()).isEqualTo(now(order).version());
        assertThat(now(order).payment().attempts()).hasSize(1);
        assertThat(charges.find(now(order).payment().reference().orElseThrow())).isPresent();
    }

    @Test
    void aChargeTheProviderNeverHeardOfCanNeverSucceed() {
        var order = place("one");
        cards.dieAt(DyingCards.At.BEFORE_CHARGING);
        assertThatThrownBy(() -> pay(order, "k1")).isInstanceOf(Failure.class);
        var reference = now(order).payment().reference().orElseThrow();

        later();

        assertThat(now(order).payment().status()).isEqualTo(PaymentStatus.FAILED);
        var late = cards.charge(new Cards.Charge(reference, order.id(), PRICE, "tok_ok"));
        assertThat(late).isEqualTo(new Outcome.Declined("not_completed"));
        assertThat(pay(order, "k2").payment().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aPromisedRefundIsMadeOnceWhereverItWasCutShort() {
        for (var at : List.of(DyingCards.At.BEFORE_REFUNDING, DyingCards.At.AFTER_REFUNDING)) {
            var order = at == DyingCards.At.BEFORE_REFUNDING ? paid() : now(first());
            cards.dieAt(at);
            assertThatThrownBy(() -> refund(order, 100, at.name())).isInstanceOf(Failure.class);
            later();
        }

        var order = now(first());
        assertThat(order.payment().refunded()).isEqualTo(new Money(200, "EUR"));
        assertThat(returned(order)).isEqualTo(200);
    }

    @Test
    void theSameRefundAgainIsOne() {
        var order = paid();
        orders.dieTelling(OrderEvent.Refunded.class);
        assertThatThrownBy(() -> refund(order, 600, "k")).isInstanceOf(IllegalStateException.class);

        var done = refund(order, 600, "k");

        assertThat(done.payment().refunded()).isEqualTo(new Money(600, "EUR"));
        assertThat(returned(done)).isEqualTo(600);
    }

    @Test
    void whatIsPromisedCountsBeforeItIsPaid() {
        var order = paid();
        cards.dieAt(DyingCards.At.BEFORE_REFUNDING);
        assertThatThrownBy(() -> refund(order, 600, "k1")).isInstanceOf(Failure.class);

        assertThatThrownBy(() -> refund(order, 399, "k2"))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("refund_exceeds_payment"));
        assertThat(now(order).payment().promised()).hasSize(1);
        assertThat(refund(order, 398, "k3").payment().status()).isNotEqualTo(PaymentStatus.PAID);
        later();
        assertThat(returned(now(order))).isEqualTo(998);
    }

    @Test
    void whileTheProviderThinksAnOrderDoesNotExpire() {
        var order = place("one");
        clock.advance(Duration.ofMinutes(29));
        office.paying().pay(target(order, ANN), Optional.of("tok_timeout"), "k1");

        clock.advance(Duration.ofMinutes(2)); // the time to pay is over, and nobody has called
        office.tending().tend();
        later();

        assertThat(now(order).status()).isEqualTo(Status.PLACED);
        assertThat(now(order).payment().open()).isPresent();
    }

    @Test
    void aCancelledOrderIsPaidBackEvenIfItsProcessDies() {
        var order = paid();
        cards.dieAt(DyingCards.At.BEFORE_REFUNDING);
        assertThatThrownBy(() -> office.cancelling().cancel(target(order, ANN), "no"))
                .isInstanceOf(Failure.class);
        assertThat(now(order).status()).isEqualTo(Status.CANCELLED);

        later();

        assertThat(now(order).payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(returned(now(order))).isEqualTo(998);
    }

    @Test
    void anOrderThatFailsHoldsUpNoOther() {
        var failing = paid();
        cards.dieAt(DyingCards.At.BEFORE_REFUNDING);
        assertThatThrownBy(() -> refund(failing, 100, "k")).isInstanceOf(Failure.class);
        catalogue.with("mug", "sto_1", new Money(1, "EUR"), 1);
        var request = new Placing.Request(
                "two",
                "ann",
                List.of(new Line("mug", Optional.empty(), 1)),
                recipient(),
                Method.CARD,
                Optional.empty());
        var unpaid = office.placing().place(request);

        cards.dieAt(DyingCards.At.BEFORE_REFUNDING);
        clock.advance(Duration.ofMinutes(30));
        assertThatThrownBy(() -> office.tending().tend()).isInstanceOf(Failure.class);

        assertThat(now(unpaid).status()).isEqualTo(Status.CANCELLED);
        assertThat(now(failing).payment().promised()).hasSize(1);
        later();
        assertThat(now(failing).payment().promised()).isEmpty();
    }

    private void later() {
        clock.advance(Duration.ofMinutes(1));
        office.tending().tend();
    }

    private Order place(String name) {
        return office.placing()
                .place(new Placing.Request(name, "ann", TEA, recipient(), Method.CARD, Optional.empty()));
    }

    private Order checkOut(String key) {
        return office.checkingOut().checkOut("ann", key, recipient(), Method.CARD, Optional.empty());
    }

    private Order paid() {
        return pay(place("one"), "pay");
    }

    private Order first() {
        return kept.told().getFirst().order();
    }

    private Order pay(Order order, String key) {
        return office.paying()
                .pay(target(order, ANN), Optional.of("tok_ok"), key)
                .order();
    }

    private Order refund(Order order, long amount, String key) {
        return office.refunding()
                .refund(target(order, BOB), new Money(amount, "EUR"), "late", key)
                .order();
    }

    private long returned(Order order) {
        return charges.find(order.payment().reference().orElseThrow()).orElseThrow().refunds().stream()
                .mapToLong(back -> back.amount().amount())
                .sum();
    }

    private Order now(Order order) {
        return kept.find(order.id()).orElseThrow();
    }

    private static Target target(Order order, Caller caller) {
        return new Target(order.id(), caller, OptionalInt.empty());
    }

    private static Recipient recipient() {
        return new Recipient(Optional.of(HOME), Optional.empty());
    }
}
