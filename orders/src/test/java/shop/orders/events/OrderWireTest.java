package shop.orders.events;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.orders.domain.Attempt;
import shop.orders.domain.Fulfilment;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.Item;
import shop.orders.domain.Method;
import shop.orders.domain.Order;
import shop.orders.domain.OrderEvent;
import shop.orders.domain.OrderFixture;
import shop.orders.domain.Parcel;
import shop.orders.domain.Payment;
import shop.orders.domain.PaymentStatus;
import shop.orders.domain.Privacy;
import shop.orders.domain.Refund;
import shop.orders.domain.Return;
import shop.orders.domain.Shipment;
import shop.orders.domain.Status;
import shop.platform.Money;
import shop.platform.events.Event;
import shop.platform.testing.Contracts;

/** What orders tells is what compose/contracts promises, to the last field; and what it hears, it understands. */
class OrderWireTest {

    private static final String CUSTOMER = "usr_01m1c2jv00e8e8qfx9b2d3n401";
    private static final String SELLER = "usr_01m1c2jv00e8e8qfx9b2d3n402";
    private static final String STORE = "sto_01m1c2jv00e8e8qfx9b2d3n401";
    private static final List<Parcel> BOTH = List.of(new Parcel("TEA-1", 2));
    private static final Refund REFUND =
            new Refund("rfd_1", "pay_1", eur(499), "late", Optional.empty(), true, SELLER, NOON);

    private Status status = Status.PLACED;
    private PaymentStatus payment = PaymentStatus.PENDING;
    private FulfilmentStatus fulfilment = FulfilmentStatus.UNFULFILLED;
    private List<Refund> refunds = List.of();

    @Test
    void aPlacedOrder() {
        assertPromised("order.placed", new OrderEvent.Placed(order(), CUSTOMER));
    }

    @Test
    void aPaidOrder() {
        payment = PaymentStatus.PAID;
        assertPromised("order.paid", new OrderEvent.Paid(order(), CUSTOMER, "pay_1"));
    }

    @Test
    void aFailedPayment() {
        payment = PaymentStatus.FAILED;
        assertPromised("order.payment_failed", new OrderEvent.PaymentFailed(order(), CUSTOMER, "insufficient_funds"));
    }

    @Test
    void aCancelledOrder() {
        status = Status.CANCELLED;
        assertPromised("order.cancelled", new OrderEvent.Cancelled(order(), CUSTOMER, "changed my mind"));
    }

    @Test
    void anExpiredOrder() {
        status = Status.CANCELLED;
        assertPromised("order.expired", new OrderEvent.Expired(order(), "system", "not paid in time"));
    }

    @Test
    void aShipment() {
        payment = PaymentStatus.PAID;
        fulfilment = FulfilmentStatus.SHIPPED;
        assertPromised("order.shipped", new OrderEvent.Shipped(order(), SELLER, shipment(Shipment.State.SHIPPED)));
    }

    @Test
    void anArrival() {
        status = Status.COMPLETED;
        payment = PaymentStatus.PAID;
        fulfilment = FulfilmentStatus.DELIVERED;
        assertPromised(
                "order.delivered", new OrderEvent.Delivered(order(), SELLER, shipment(Shipment.State.DELIVERED)));
    }

    @Test
    void aRefund() {
        payment = PaymentStatus.PARTIALLY_REFUNDED;
        refunds = List.of(REFUND);
        assertPromised("order.refunded", new OrderEvent.Refunded(order(), SELLER, REFUND));
    }

    @Test
    void aReturn() {
        status = Status.COMPLETED;
        payment = PaymentStatus.PAID;
        fulfilment = FulfilmentStatus.RETURNED;
        var back = new Return(STORE, BOTH, "wrong colour", true, NOON);
        assertPromised("order.returned", new OrderEvent.Returned(order(), SELLER, back));
    }

    @Test
    void whatOthersTellIsUnderstood() {
        var closed = Contracts.sample("store.closed").data(StoreConsumer.StoreChanged.class);
        assertThat(closed)
                .isEqualTo(new StoreConsumer.StoreChanged(STORE, SELLER, List.of("usr_01m1c2jv00e8e8qfx9b2d3n403")));
        assertThat(Contracts.sample("reservation.expired")
                        .data(ReservationConsumer.ReservationExpired.class)
                        .orderId())
                .isEqualTo(OrderFixture.ID);
        assertThat(Contracts.sample("user.deleted")
                        .data(UserConsumer.UserDeleted.class)
                        .userId())
                .isEqualTo(CUSTOMER);
    }

    private static void assertPromised(String type, OrderEvent event) {
        var promised = Contracts.sample(type);

        var told = Event.about(promised.subject(), promised.sequence(), OrderWire.fact(event), NOON);

        assertThat(Event.parse(told.json()))
                .usingRecursiveComparison()
                .ignoringFields("id", "traceparent")
                .withEqualsForFields(Object::equals, "data")
                .isEqualTo(promised);
    }

    private Order order() {
        var item = new Item("prd_01m1c2jv00e8e8qfx9b2d3n401", "TEA-1", STORE, "Green tea", List.of(), eur(499), 2);
        var attempt = new Attempt("pay_1", eur(998), Attempt.State.OPEN, Optional.empty(), CUSTOMER, NOON);
        return new Order(
                OrderFixture.ID,
                "2030-000001",
                CUSTOMER,
                List.of(STORE),
                List.of(item),
                OrderFixture.HOME,
                status,
                new Payment(Method.CARD, "sandbox", eur(998), payment, List.of(attempt), refunds),
                new Fulfilment(List.of(), List.of(), fulfilment),
                List.of(),
                Privacy.KEPT,
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON,
                1);
    }

    private static Shipment shipment(Shipment.State state) {
        return new Shipment(1, STORE, "DHL", "JD014600003", BOTH, state, NOON, Optional.empty());
    }

    private static Money eur(long amount) {
        return new Money(amount, "EUR");
    }
}
