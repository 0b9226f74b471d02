package shop.orders.domain;

import java.time.Clock;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Money;

/**
 * Giving money back: first it is promised, in one write with whatever is its cause; then the provider does it. What a
 * crash cuts short is finished later, and a promise is kept only once.
 */
public final class Refunding {

    private static final int MOST = 200; // of one order, those that make up for a cancelled one aside

    private final Changing changing;
    private final Cards cards;
    private final Clock clock;

    public Refunding(Changing changing, Cards cards, Clock clock) {
        this.changing = changing;
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * A store gives back of what its own lines cost; who sells all of the order, or is an admin, of all.
     *
     * @param key tells this refund from all others of the order, also after a crash
     */
    public Changing.Seen refund(Target target, Money amount, String reason, String key) {
        Checks.text("/reason", reason, Moment.LONGEST_REASON);
        if (amount.amount() < 1) throw Failure.invalid("/amount/amount", "out_of_range", "must be above zero");
        var seen = changing.change(target, (order, standing) -> {
            Standing.must(!standing.speaksFor(order).isEmpty());
            var id = Id.derived("rfd", order.createdAt(), order.id() + "\n" + key);
            return promised(order, standing, wanted(order, standing, id, amount, reason));
        });
        return new Changing.Seen(finish(seen.order()), seen.standing());
    }

    /** Has the promised refunds made; those the provider has made before, it does not make again. */
    Order finish(Order order) {
        var latest = order;
        for (var refund : order.payment().promised()) {
            if (order.payment().method() == Method.CARD) cards.refund(refund.reference(), refund.id(), refund.amount());
            latest =
                    changing.change(order.id(), each -> done(each, refund.id())).orElse(latest);
        }
        return latest;
    }

    private Refund wanted(Order order, Standing standing, String id, Money amount, String reason) {
        var payment = order.payment();
        if (!amount.currency().equals(payment.due().currency())) {
            throw Failure.invalid("/amount/currency", "currency_mismatch", "this order is in another currency");
        }
        var source = payment.attempts().stream()
                .filter(attempt -> payment.left(attempt).compareTo(amount) >= 0)
                .findFirst();
        var giver = standing.sellsAll(order)
                ? Optional.<String>empty()
                : standing.speaksFor(order).stream().findFirst();
        return new Refund(
                id, source.map(Attempt::id).orElse(""), amount, reason, giver, false, standing.by(), clock.instant());
    }

    private Change promised(Order order, Standing standing, Refund refund) {
        var payment = order.payment();
        if (payment.refunds().stream().anyMatch(each -> each.id().equals(refund.id()))) return Change.none(order);
        if (payment.refunds().size() >= MOST) {
            throw Failure.conflict("too_many_refunds", "money of this order was given back too often");
        }
        var limit =
                standing.sellsAll(order) ? payment.refundable() : least(payment.refundable(), share(order, standing));
        if (refund.amount().compareTo(limit) > 0) {
            throw Failure.conflict("refund_exceeds_payment", "there is less left to give back")
                    .with("refundable", limit);
        }
        return Change.to(
                Next.of(order, clock.instant()).with(payment.promise(refund)).order());
    }

    /** What a store's lines cost, less what it has given back. */
    private static Money share(Order order, Standing standing) {
        var zero = Money.zero(order.payment().due().currency());
        var stores = standing.speaksFor(order);
        var lines = order.items().stream()
                .filter(item -> stores.contains(item.storeId()))
                .map(Item::total)
                .reduce(zero, Money::plus);
        var given = order.payment().refunds().stream()
                .filter(refund -> refund.storeId().map(stores::contains).orElse(false))
                .map(Refund::amount)
                .reduce(zero, Money::plus);
        return lines.minus(given);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Change done(Order order, String refundId) {
        return order.payment().promised().stream()
                .filter(refund -> refund.id().equals(refundId))
                .findFirst()
                .map(refund -> told(order, refund))
                .orElse(Change.none(order));
    }

    private Change told(Order order, Refund refund) {
        var next = Next.of(order, clock.instant())
                .with(order.payment().finish(refund.id()))
                .tell(Moment.Type.REFUNDED, refund.by(), Moment.Detail.refunded(refund))
                .order();
        return Change.to(next, new OrderEvent.Refunded(next, refund.by(), refund.finished()));
    }
}
