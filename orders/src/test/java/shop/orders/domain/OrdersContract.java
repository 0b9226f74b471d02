package shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.orders.domain.OrderFixture.ID;
import static shop.orders.domain.OrderFixture.MUG;
import static shop.orders.domain.OrderFixture.TEA;
import static shop.orders.domain.OrderFixture.anOrder;
import static shop.orders.domain.OrderFixture.cancelled;
import static shop.orders.domain.OrderFixture.delivered;
import static shop.orders.domain.OrderFixture.forgetting;
import static shop.orders.domain.OrderFixture.order;
import static shop.orders.domain.OrderFixture.paid;
import static shop.orders.domain.OrderFixture.promising;
import static shop.orders.domain.OrderFixture.refund;
import static shop.orders.domain.OrderFixture.returned;
import static shop.orders.domain.OrderFixture.shipped;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.orders.domain.Item.Option;
import shop.orders.domain.Orders.Filter;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.Page;

/** What any Orders must do; each implementation runs all of it. */
public abstract class OrdersContract {

    private static final Optional<String> ANY = Optional.empty();

    /** The same empty Orders for the whole of one test. */
    protected abstract Orders orders();

    /** How many events have been told. */
    protected abstract int told();

    @Test
    void whatIsAddedIsFoundUnchanged() {
        orders().add(anOrder());

        assertThat(orders().find(ID)).contains(anOrder());
        assertThat(orders().find("ord_00000000000none")).isEmpty();
    }

    @Test
    void everythingAnOrderCanHoldIsKept() {
        var options = List.of(new Option("si.ze", "L"), new Option("$colour", "red"));
        var odd = new Item("prd_1", "S", "sto_1", "Tea", options, new Money(Long.MAX_VALUE / 9, "JPY"), 1);
        var whole = returned(delivered(shipped(promising(paid(anOrder()), refund("rfd_1", 100)))));
        orders().add(order("ord_00000000000odd", "ann", Method.INVOICE, odd));
        orders().add(whole);

        assertThat(orders().find("ord_00000000000odd")).map(Order::items).contains(List.of(odd));
        assertThat(orders().find(ID)).contains(whole);
    }

    @Test
    void anIdIsTakenOnce() {
        assertThat(orders().add(anOrder(), placing())).isTrue();
        assertThat(orders().add(order(ID, "bob", Method.INVOICE, MUG), placing()))
                .isFalse();

        assertThat(orders().find(ID)).contains(anOrder());
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void theNextVersionTakesThePlaceAndIsTold() {
        orders().add(anOrder(), placing());
        orders().replace(cancelled(anOrder()), List.of(cancelling()));

        assertThat(orders().find(ID)).contains(cancelled(anOrder()));
        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        orders().add(anOrder());
        orders().replace(cancelled(anOrder()), List.of());

        assertThatThrownBy(() -> orders().replace(forgetting(anOrder()), List.of(cancelling())))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThat(orders().find(ID)).contains(cancelled(anOrder()));
        assertThat(told()).isZero();
    }

    @Test
    void listsAreOfWhoAndWhereAndHow() {
        orders().add(order("ord_000000000001", "ann", Method.CARD, TEA));
        orders().add(cancelled(order("ord_000000000002", "ann", Method.CARD, MUG)));
        orders().add(shipped(paid(order("ord_000000000003", "bob", Method.CARD, TEA))));
        orders().add(order("ord_000000000004", "bob", Method.CARD, TEA, MUG));

        assertThat(ids(Filter.of(ANY, ANY)))
                .containsExactly("ord_000000000004", "ord_000000000003", "ord_000000000002", "ord_000000000001");
        assertThat(ids(Filter.of(Optional.of("ann"), ANY))).containsExactly("ord_000000000002", "ord_000000000001");
        assertThat(ids(Filter.of(ANY, Optional.of("sto_2")))).containsExactly("ord_000000000004", "ord_000000000002");
        assertThat(ids(Filter.of(Optional.of("bob"), Optional.of("sto_2")))).containsExactly("ord_000000000004");
        assertThat(ids(with(Optional.of(Status.CANCELLED), Optional.empty(), Optional.empty())))
                .containsExactly("ord_000000000002");
        assertThat(ids(with(Optional.empty(), Optional.of(PaymentStatus.PAID), Optional.empty())))
                .containsExactly("ord_000000000003");
        assertThat(ids(with(Optional.empty(), Optional.empty(), Optional.of(FulfilmentStatus.UNFULFILLED))))
                .containsExactly("ord_000000000004", "ord_000000000002", "ord_000000000001");
    }

    @Test
    void aTimeSpanBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        orders().add(anOrder());
        var now = Optional.of(NOON);
        var later = Optional.of(NOON.plusMillis(1));

        assertThat(ids(new Filter(ANY, ANY, Optional.empty(), Optional.empty(), Optional.empty(), now, later)))
                .hasSize(1);
        assertThat(ids(new Filter(
                        ANY, ANY, Optional.empty(), Optional.empty(), Optional.empty(), later, Optional.empty())))
                .isEmpty();
        assertThat(ids(new Filter(
                        ANY, ANY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), now)))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var all = IntStream.range(0, 7).mapToObj(i -> "ord_00000000000" + i).toList();
        all.forEach(id -> orders().add(order(id, "ann", Method.CARD, TEA)));

        List<String> seen = new ArrayList<>();
        var request = Page.Request.first(3);
        while (true) {
            var page = orders().list(Filter.of(Optional.of("ann"), ANY), request);
            page.items().forEach(order -> seen.add(order.id()));
            if (page.next().isEmpty()) break;
            request = new Page.Request(3, page.next());
        }

        assertThat(seen).containsExactlyElementsOf(all.reversed());
    }

    @Test
    void aStoreFindsWhatItSellsAloneAndHasNotSent() {
        orders().add(order("ord_000000000001", "ann", Method.CARD, TEA));
        orders().add(order("ord_000000000002", "ann", Method.CARD, TEA, MUG));
        orders().add(shipped(paid(order("ord_000000000003", "ann", Method.CARD, TEA))));
        orders().add(cancelled(order("ord_000000000004", "ann", Method.CARD, TEA)));

        assertThat(orders().unshippedOf("sto_1", 10)).extracting(Order::id).containsExactly("ord_000000000001");
    }

    @Test
    void whatIsDueComesInItsTurnAndCanWait() {
        orders().add(anOrder());
        orders().add(order("ord_000000000002", "ann", Method.INVOICE, TEA));
        var end = anOrder().payBy().orElseThrow();

        assertThat(orders().due(end.minusMillis(1), 10)).isEmpty();
        assertThat(orders().due(end, 10)).extracting(Order::id).containsExactly(ID);

        orders().postpone(anOrder(), end.plusSeconds(60));
        assertThat(orders().due(end, 10)).isEmpty();
        assertThat(orders().due(end.plusSeconds(60), 10)).hasSize(1);
    }

    @Test
    void anOrderThatHasMovedOnIsNotPostponed() {
        orders().add(anOrder());
        orders().replace(cancelled(anOrder()), List.of());

        orders().postpone(anOrder(), NOON);

        assertThat(orders().due(NOON.plusSeconds(9_999), 10)).isEmpty();
    }

    @Test
    void whoIsToBeForgottenIsFoundUntilItIsDone() {
        orders().add(anOrder());
        orders().add(order("ord_000000000002", "bob", Method.CARD, TEA));
        assertThat(orders().remembering("ann", 10)).extracting(Order::id).containsExactly(ID);

        orders().replace(forgetting(anOrder()), List.of());
        assertThat(orders().remembering("ann", 10)).isEmpty();
    }

    private List<String> ids(Filter filter) {
        return orders().list(filter, Page.Request.first(10)).items().stream()
                .map(Order::id)
                .toList();
    }

    private static Filter with(
            Optional<Status> status, Optional<PaymentStatus> payment, Optional<FulfilmentStatus> fulfilment) {
        return new Filter(ANY, ANY, status, payment, fulfilment, Optional.empty(), Optional.empty());
    }

    private static OrderEvent placing() {
        return new OrderEvent.Placed(anOrder(), "ann");
    }

    private static OrderEvent cancelling() {
        return new OrderEvent.Cancelled(cancelled(anOrder()), "ann", "changed my mind");
    }
}
