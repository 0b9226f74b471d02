package shop.orders.domain;

import java.util.ArrayList;
import java.util.List;

/** What a caller may do to an order right now: the same rules the actions keep, said beforehand. */
public final class Actions {

    private final Order order;
    private final Standing standing;
    private final List<Action> allowed = new ArrayList<>();

    private Actions(Order order, Standing standing) {
        this.order = order;
        this.standing = standing;
    }

    public static List<Action> of(Changing.Seen seen) {
        return new Actions(seen.order(), seen.standing()).list();
    }

    private List<Action> list() {
        allow(Action.PAY, mayPay());
        allow(Action.CANCEL, mayCancel());
        allow(Action.SHIP, mayShip());
        allow(Action.MARK_DELIVERED, mayMarkDelivered());
        allow(Action.REFUND, mayRefund());
        allow(Action.RETURN, mayReturn());
        return List.copyOf(allowed);
    }

    private void allow(Action action, boolean allows) {
        if (allows) allowed.add(action);
    }

    private boolean mayPay() {
        var payment = order.payment();
        var payer = payment.method() == Method.CARD ? standing.customer() : standing.sellsAll(order);
        return payer && order.open() && !payment.settled() && payment.open().isEmpty();
    }

    private boolean mayCancel() {
        return order.open() && order.untouched() && (standing.customer() || standing.sellsAll(order));
    }

    private boolean mayShip() {
        return order.open()
                && order.sendable()
                && standing.speaksFor(order).stream()
                        .anyMatch(store -> !order.fulfilment()
                                .unshipped(order.items(), store)
                                .isEmpty());
    }

    private boolean mayMarkDelivered() {
        return order.fulfilment().shipments().stream()
                .anyMatch(shipment -> !shipment.delivered() && standing.sellsFor(shipment.storeId()));
    }

    private boolean mayRefund() {
        return !standing.speaksFor(order).isEmpty()
                && order.payment().refundable().amount() > 0;
    }

    private boolean mayReturn() {
        return order.items().stream()
                .anyMatch(item ->
                        standing.sellsFor(item.storeId()) && order.fulfilment().returnable(item) > 0);
    }
}
