package shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.orders.domain.OrderFixture.ID;
import static shop.orders.domain.OrderFixture.anOrder;
import static shop.orders.domain.OrderFixture.item;
import static shop.orders.domain.OrderFixture.paid;
import static shop.orders.domain.OrderFixture.promising;
import static shop.orders.domain.OrderFixture.refund;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.orders.domain.sandbox.InMemoryCharges;
import shop.orders.domain.sandbox.Sandbox;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.testing.TestClock;

/** Whatever people do to it, an order stays of a size that can be kept. */
class BoundsTest {

    private static final List<Item> MUCH = List.of(item("prd_tea", "TEA-1", "sto_1", 1, 1_000));
    private static final Optional<List<Parcel>> ONE = Optional.of(List.of(new Parcel("TEA-1", 1)));

    @Test
    void anOrderIsSentInSoManyPartsOnly() {
        var dispatch = new Dispatch("sto_1", "DHL", "1", ONE);
        var sent = Fulfilment.NONE;
        for (int i = 0; i < Fulfilment.MOST; i++) sent = sent.ship(MUCH, dispatch, NOON);

        var full = sent;
        assertThat(code(() -> full.ship(MUCH, dispatch, NOON))).isEqualTo("too_many_shipments");
    }

    @Test
    void anOrderComesBackInSoManyPartsOnly() {
        var back = new Return("sto_1", ONE.orElseThrow(), "wrong colour", true, NOON);
        var returned = Fulfilment.NONE.ship(MUCH, new Dispatch("sto_1", "DHL", "1", Optional.empty()), NOON);
        for (int i = 0; i < Fulfilment.MOST; i++) returned = returned.takeBack(MUCH, back);

        var full = returned;
        assertThat(code(() -> full.takeBack(MUCH, back))).isEqualTo("too_many_returns");
    }

    @Test
    void moneyGoesBackInSoManyPartsOnly() {
        var order = paid(anOrder());
        for (int i = 0; i < 200; i++) order = promising(order, refund("rfd_" + i, 1));
        var orders = new InMemoryOrders();
        orders.add(order);
        var clock = new TestClock(NOON);
        var cards = new Sandbox(new InMemoryCharges(), charge -> {}, clock);
        var changing = new Changing(orders, new StoreBook(new InMemoryStores(), id -> Optional.empty()));
        var target = new Target(ID, new Caller("root", true, true), OptionalInt.empty());

        assertThat(code(() -> new Refunding(changing, cards, clock).refund(target, new Money(1, "EUR"), "late", "key")))
                .isEqualTo("too_many_refunds");
    }

    private static String code(ThrowingCallable doing) {
        return catchThrowableOfType(Failure.class, doing).code();
    }
}
