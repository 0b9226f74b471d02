package shop.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Money;

/**
 * An order is a value: every change makes the {@link Next} version of it.
 *
 * @param storeIds who sells its items, each once
 * @param payBy when it expires unless it is paid; empty when it does not
 * @param dueAt when somebody has to look after it: to expire it, to finish a refund, to ask for a payment; empty for
 *     most orders
 */
public record Order(
        String id,
        String number,
        String customerId,
        List<String> storeIds,
        List<Item> items,
        Address shippingAddress,
        Status status,
        Payment payment,
        Fulfilment fulfilment,
        List<Moment> timeline,
        Privacy privacy,
        Optional<Instant> payBy,
        Optional<Instant> dueAt,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Who orders, where it goes, how it is paid, and until when. */
    public record Wish(String customerId, Address address, Method method, String provider, Optional<Instant> payBy) {}

    public Order {
        storeIds = List.copyOf(storeIds);
        items = List.copyOf(items);
        timeline = List.copyOf(timeline);
    }

    static Order place(String id, Wish wish, List<Item> items, Instant at) {
        var due = Totals.of(items).grand();
        return new Order(
                id,
                Numbers.of(id, at),
                wish.customerId(),
                items.stream().map(Item::storeId).distinct().toList(),
                items,
                wish.address(),
                Status.PLACED,
                Payment.of(wish.method(), wish.provider(), due),
                Fulfilment.NONE,
                List.of(new Moment(at, Moment.Type.PLACED, wish.customerId(), Moment.Detail.NONE)),
                Privacy.KEPT,
                wish.payBy(),
                wish.payBy(),
                at,
                at,
                1);
    }

    public Totals totals() {
        return Totals.of(
                items.stream().map(Item::total).reduce(Money.zero(payment.due().currency()), Money::plus));
    }

    /** What was wanted, for whoever has to ask for it again. */
    List<Line> lines() {
        return items.stream()
                .map(item -> new Line(item.productId(), Optional.of(item.sku()), item.quantity()))
                .toList();
    }

    boolean open() {
        return status == Status.PLACED;
    }

    boolean untouched() {
        return fulfilment.shipments().isEmpty();
    }

    /** Cards are charged first; other ways to pay may come later, but nothing is sent that was paid back. */
    boolean sendable() {
        return payment.method() == Method.CARD ? payment.covered() : payment.status() != PaymentStatus.REFUNDED;
    }

    /** An order that is over takes no changes. */
    Order mustBeAlive() {
        if (status == Status.CANCELLED) throw Failure.conflict("order_cancelled", "this order is cancelled");
        return this;
    }

    /** Refuses a caller who has seen another version. */
    Order seenAs(Target target) {
        if (target.seen().orElse(version) != version) throw Failure.stale(id);
        return this;
    }

    /** All of it for those who may see all; for a store its own lines only. */
    public Order shownTo(Standing standing) {
        if (standing.seesAll()) return this;
        var lines =
                items.stream().filter(item -> standing.sellsFor(item.storeId())).toList();
        var refunds = payment.refunds().stream()
                .filter(refund -> refund.storeId().map(standing::sellsFor).orElse(true))
                .toList();
        return new Order(
                id,
                number,
                customerId,
                storeIds.stream().filter(standing::sellsFor).toList(),
                lines,
                shippingAddress,
                status,
                payment.showing(refunds),
                fulfilment.showing(standing),
                timeline.stream().filter(moment -> moment.concerns(standing)).toList(),
                privacy,
                payBy,
                dueAt,
                createdAt,
                updatedAt,
                version);
    }
}
