package shop.orders.domain;

import java.time.Clock;
import java.util.List;
import shop.platform.Failure;

/** Ending orders before anything is sent. Products hears of it and takes the stock back; the money follows. */
public final class Cancelling {

    private static final int BATCH = 100;

    private final Orders orders;
    private final Changing changing;
    private final Refunding refunding;
    private final Clock clock;

    public Cancelling(Orders orders, Changing changing, Refunding refunding, Clock clock) {
        this.orders = orders;
        this.changing = changing;
        this.refunding = refunding;
        this.clock = clock;
    }

    public Changing.Seen cancel(Target target, String reason) {
        Checks.text("/reason", reason, Moment.LONGEST_REASON);
        var seen = changing.change(target, (order, standing) -> {
            Standing.must(standing.customer() || standing.sellsAll(order));
            return cancelled(order, standing.by(), reason);
        });
        return new Changing.Seen(refunding.finish(seen.order()), seen.standing());
    }

    /** What a closed store sells alone and has not begun to send; again and again, until there is none. */
    public void cancelAllOf(String storeId) {
        List<Order> left;
        do {
            left = orders.unshippedOf(storeId, BATCH);
            for (var order : left) {
                changing.change(order.id(), each -> unlessShipped(each, "the store has closed"))
                        .ifPresent(refunding::finish);
            }
        } while (!left.isEmpty());
    }

    /** Nothing is kept for it any more. An order that is paid for, or on its way, stays. */
    public void expire(String orderId) {
        changing.change(orderId, order -> expired(order, "the reserved goods are no longer kept"));
    }

    /** Its time to pay is over. While the provider still thinks about a payment, it is not. */
    void expireUnpaid(String orderId) {
        changing.change(orderId, order -> {
            var over =
                    order.payBy().filter(end -> !end.isAfter(clock.instant())).isPresent();
            return over && order.payment().open().isEmpty() ? expired(order, "not paid in time") : Change.none(order);
        });
    }

    private Change expired(Order order, String reason) {
        if (!order.open() || !order.untouched() || order.payment().settled()) return Change.none(order);
        var next = Next.of(order, clock.instant())
                .with(Status.CANCELLED)
                .tell(Moment.Type.EXPIRED, Moment.SYSTEM, Moment.Detail.reason(reason))
                .order();
        return Change.to(next, new OrderEvent.Expired(next, Moment.SYSTEM, reason));
    }

    private Change unlessShipped(Order order, String reason) {
        var movable = order.open() && order.untouched();
        return movable ? cancelled(order, Moment.SYSTEM, reason) : Change.none(order);
    }

    private Change cancelled(Order order, String by, String reason) {
        if (order.status() == Status.CANCELLED) return Change.none(order);
        if (!order.untouched()) throw Failure.conflict("already_shipped", "what has been shipped can't be cancelled");
        var at = clock.instant();
        var payment = order.payment();
        for (var attempt : payment.attempts()) {
            var left = payment.left(attempt);
            if (left.amount() > 0) payment = payment.promise(Refund.rest(attempt, left, reason, by, at));
        }
        var next = Next.of(order, at)
                .with(Status.CANCELLED)
                .with(payment)
                .tell(Moment.Type.CANCELLED, by, Moment.Detail.reason(reason))
                .order();
        return Change.to(next, new OrderEvent.Cancelled(next, by, reason));
    }
}
