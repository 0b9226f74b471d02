package shop.orders.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.orders.domain.Order.Wish;
import shop.platform.Money;

/** Valid orders for tests; change only what the test is about. */
public final class OrderFixture {

    public static final String ID = "ord_01m1c2jv00e8e8qfx9b2d3n401";
    public static final Address HOME = new Address(
            "Ann Lee",
            Optional.empty(),
            "Main Street 1",
            Optional.empty(),
            "Berlin",
            Optional.empty(),
            "10115",
            "DE",
            Optional.of("+49301234567"));
    public static final Item TEA = item("prd_tea", "TEA-1", "sto_1", 499, 2);
    public static final Item MUG = item("prd_mug", "MUG-1", "sto_2", 1200, 1);

    private OrderFixture() {}

    public static Item item(String productId, String sku, String storeId, long price, int quantity) {
        return new Item(productId, sku, storeId, "Green tea", List.of(), new Money(price, "EUR"), quantity);
    }

    /** Ann's order of two teas, to be paid by card. */
    public static Order anOrder() {
        return order(ID, "ann", Method.CARD, TEA);
    }

    public static Order order(String id, String customer, Method method, Item... items) {
        var card = method == Method.CARD;
        var wish = new Wish(
                customer,
                HOME,
                method,
                card ? "sandbox" : Payment.MANUAL,
                card ? Optional.of(NOON.plusSeconds(1800)) : Optional.empty());
        return Order.place(id, wish, List.of(items), NOON);
    }

    public static Order trying(Order order, String reference) {
        var attempt = Attempt.open(reference, order.payment().due(), order.customerId(), NOON);
        return Next.of(order, NOON).with(order.payment().begin(attempt)).order();
    }

    public static Order paid(Order order) {
        var begun = trying(order, "pay_1");
        return Next.of(begun, NOON)
                .with(begun.payment().settle("pay_1", new Outcome.Succeeded()))
                .tell(
                        Moment.Type.PAID,
                        "ann",
                        Moment.Detail.paid(order.payment().due()))
                .order();
    }

    public static Order shipped(Order order) {
        var dispatch = new Dispatch(order.storeIds().getFirst(), "DHL", "JD014600003", Optional.empty());
        return Next.of(order, NOON)
                .with(order.fulfilment().ship(order.items(), dispatch, NOON))
                .order();
    }

    public static Order delivered(Order order) {
        return Next.of(order, NOON)
                .with(order.fulfilment().deliver(order.items(), 1, NOON))
                .order();
    }

    public static Order cancelled(Order order) {
        return Next.of(order, NOON)
                .with(Status.CANCELLED)
                .tell(Moment.Type.CANCELLED, "ann", Moment.Detail.reason("changed my mind"))
                .order();
    }

    public static Order forgetting(Order order) {
        return Next.of(order, NOON).forgetting().order();
    }

    public static Refund refund(String id, long amount) {
        return new Refund(id, "pay_1", new Money(amount, "EUR"), "late", Optional.empty(), false, "bob", NOON);
    }

    public static Order promising(Order order, Refund refund) {
        return Next.of(order, NOON).with(order.payment().promise(refund)).order();
    }

    public static Order returned(Order order) {
        var back = new Return("sto_1", List.of(new Parcel("TEA-1", 2)), "wrong colour", true, NOON);
        return Next.of(order, NOON)
                .with(order.fulfilment().takeBack(order.items(), back))
                .order();
    }

    public static Standing customer() {
        return new Standing(new Caller("ann", false, false), true, Set.of());
    }

    public static Standing seller(String... stores) {
        return new Standing(new Caller("bob", false, false), false, Set.of(stores));
    }

    public static Standing admin() {
        return new Standing(new Caller("root", true, true), false, Set.of());
    }

    public static Standing support() {
        return new Standing(new Caller("sue", true, false), false, Set.of());
    }
}
