package shop.products.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.products.domain.Fixture.hold;
import static shop.products.domain.Fixture.movement;
import static shop.products.domain.Fixture.stock;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.platform.Page;

/** What any Stocks must do; each implementation runs all of it. */
public abstract class StocksContract {

    private static final String ID = stock().id();

    /** The same empty Stocks for the whole of one test. */
    protected abstract Stocks stocks();

    /** How many events have been told. */
    protected abstract int told();

    private Stock now() {
        return stocks().find(ID).orElseThrow();
    }

    private void stocked(int units) {
        stocks().open(stock());
        assertThat(stocks().move(now(), movement("mov_1", MovementType.SET, units)))
                .isTrue();
    }

    @Test
    void aStockIsOpenedOnce() {
        stocks().open(stock());
        assertThat(now()).isEqualTo(stock());

        stocked(3);
        stocks().open(stock());

        assertThat(now().onHand()).isEqualTo(3);
        assertThat(stocks().findAll(List.of(ID, "nope:1"))).hasSize(1);
        assertThat(stocks().findAll(List.of())).isEmpty();
    }

    @Test
    void manyBeginMoveAndAreSettledAtOnce() {
        var green = stock().begun(movement("mov_1", MovementType.IMPORT, 7));
        var black = Stock.none(Fixture.product("prd_2", "Black tea", 1), "SKU-prd_2", 5);
        assertThat(stocks().openAll(List.of(green, black))).isTrue();
        assertThat(now()).isEqualTo(green);
        assertThat(stocks().unsettled(10)).containsExactly(ID);

        var more = new Stocks.Move(green, movement("mov_2", MovementType.IMPORT, 2));
        assertThat(stocks().moveAll(List.of(more))).isTrue();
        assertThat(stocks().moveAll(List.of(more))).as("twice").isFalse();
        assertThat(now().onHand()).isEqualTo(9);

        var seen = new Stocks.Settlement(now(), now().news("Tea"));
        assertThat(stocks().settleAll(List.of(seen))).isTrue();
        assertThat(stocks().settleAll(List.of(seen))).as("twice").isFalse();
        assertThat(stocks().unsettled(10)).isEmpty();
        var entries = stocks().ledger("prd_1", Page.Request.first(10)).items();
        assertThat(entries).extracting(Entry::onHandAfter).containsExactly(9, 7);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
    }

    @Test
    void whatHasBegunIsNotBegunAnew() {
        stocked(3);

        assertThat(stocks().openAll(List.of(stock().begun(movement("mov_2", MovementType.IMPORT, 7)))))
                .isFalse();
        assertThat(now().onHand()).isEqualTo(3);
        assertThat(stocks().openAll(List.of())).isTrue();
        assertThat(stocks().moveAll(List.of())).isTrue();
        assertThat(stocks().settleAll(List.of())).isTrue();
    }

    @Test
    void onlyWhatIsAvailableIsHeld() {
        stocked(5);

        assertThat(stocks().hold(ID, hold("ord_1#1", 3))).isTrue();
        assertThat(stocks().hold(ID, hold("ord_2#1", 3))).isFalse();
        assertThat(stocks().hold(ID, hold("ord_1#1", 1)))
                .as("twice under one key")
                .isFalse();
        assertThat(stocks().hold("nope:1", hold("ord_1#1", 1))).isFalse();

        assertThat(now().reserved()).isEqualTo(3);
        assertThat(now().available()).isEqualTo(2);
        assertThat(now().holds()).containsExactly(hold("ord_1#1", 3));
    }

    @Test
    void whatIsHeldIsReleasedOnce() {
        stocked(5);
        stocks().hold(ID, hold("ord_1#1", 3));

        assertThat(stocks().release(ID, hold("ord_1#1", 3))).isTrue();
        assertThat(stocks().release(ID, hold("ord_1#1", 3))).isFalse();

        assertThat(now().available()).isEqualTo(5);
        assertThat(now().reserved()).isZero();
        assertThat(now().holds()).isEmpty();
    }

    @Test
    void whatIsHeldIsSoldOnce() {
        stocked(5);
        stocks().hold(ID, hold("ord_1#1", 3));
        var sale = movement("mov_2", MovementType.SALE, -3);

        assertThat(stocks().sell(ID, hold("ord_1#1", 3), sale)).isTrue();
        assertThat(stocks().sell(ID, hold("ord_1#1", 3), sale)).isFalse();

        assertThat(now().onHand()).isEqualTo(2);
        assertThat(now().available()).isEqualTo(2);
        assertThat(now().sold()).isEqualTo(3);
        assertThat(now().reserved()).isZero();
        assertThat(now().movements()).last().isEqualTo(sale);
    }

    @Test
    void aHoldIsExtended() {
        stocked(5);
        stocks().hold(ID, hold("ord_1#1", 3));
        var longer = new Hold("ord_1#1", 3, NOON.plus(Duration.ofDays(1)));

        stocks().extend(ID, longer);
        stocks().extend(ID, new Hold("ord_2#1", 3, NOON));

        assertThat(now().holds()).containsExactly(longer);
        assertThat(stocks().heldBefore(NOON.plus(Duration.ofHours(1)), 10)).isEmpty();
        assertThat(stocks().heldBefore(NOON.plus(Duration.ofDays(2)), 10)).hasSize(1);
    }

    @Test
    void aMovementMovesOnceAndNeverBelowWhatIsHeld() {
        stocked(5);
        stocks().hold(ID, hold("ord_1#1", 3));
        var seen = now();

        assertThat(stocks().move(seen, movement("mov_2", MovementType.ADJUSTMENT, -3)))
                .isFalse();
        assertThat(stocks().move(seen, movement("mov_3", MovementType.ADJUSTMENT, -2)))
                .isTrue();
        assertThat(stocks().move(seen, movement("mov_4", MovementType.ADJUSTMENT, 1)))
                .as("seen before")
                .isFalse();
        assertThat(stocks().move(now(), movement("mov_3", MovementType.ADJUSTMENT, 1)))
                .as("known")
                .isFalse();
        assertThat(now().onHand()).isEqualTo(3);
    }

    @Test
    void whatHappenedIsEnteredAndToldOnce() {
        stocked(5);
        stocks().move(now(), movement("mov_2", MovementType.ADJUSTMENT, -1));
        var seen = now();
        assertThat(stocks().unsettled(10)).containsExactly(ID);

        assertThat(stocks().settle(seen, seen.news("Tea"))).isTrue();
        assertThat(stocks().settle(seen, seen.news("Tea"))).isFalse();

        assertThat(stocks().unsettled(10)).isEmpty();
        assertThat(stocks().knows("mov_2")).isTrue();
        assertThat(stocks().knows("mov_3")).isFalse();
        assertThat(now().movements()).isEmpty();
        assertThat(now().ledger()).isEqualTo(4);
        assertThat(now().announced()).contains(Availability.LOW_STOCK);
        var ledger = stocks().ledger("prd_1", Page.Request.first(1));
        assertThat(ledger.items()).extracting(Entry::onHandAfter).containsExactly(4);
        assertThat(stocks().ledger("prd_1", new Page.Request(5, ledger.next())).items())
                .extracting(Entry::onHandAfter)
                .containsExactly(5);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(3)); // two movements, and that there are few
    }

    @Test
    void whatMovesWhileItIsSettledIsSettledNext() {
        stocked(5);
        var seen = now();
        stocks().hold(ID, hold("ord_1#1", 3));

        assertThat(stocks().settle(seen, List.of())).isTrue();

        assertThat(stocks().unsettled(10)).containsExactly(ID);
        assertThat(now().reserved()).isEqualTo(3);
    }

    @Test
    void aPersonIsRenamedWhereverTheyStand() {
        stocked(5);
        stocks().settle(now(), List.of());
        stocks().move(now(), movement("mov_2", MovementType.ADJUSTMENT, -1));
        assertThat(stocks().movedBy("ann", 10)).hasSize(1);

        stocks().rename("ann", "deleted");

        assertThat(stocks().movedBy("ann", 10)).isEmpty();
        assertThat(stocks().movedBy("deleted", 10)).hasSize(1);
        assertThat(now().movements()).extracting(Movement::actor).containsExactly("deleted");
    }

    @Test
    void fewIsWhatIsSaid() {
        stocked(5);
        stocks().threshold(ID, 2);
        assertThat(now().threshold()).isEqualTo(2);
    }
}
