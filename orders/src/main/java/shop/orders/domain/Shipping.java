package shop.orders.domain;

import java.time.Clock;
import shop.platform.Failure;

/** The goods: sent in parts, arriving, coming back. Each store moves its own. */
public final class Shipping {

    private final Changing changing;
    private final Clock clock;

    public Shipping(Changing changing, Clock clock) {
        this.changing = changing;
        this.clock = clock;
    }

    public Changing.Seen ship(Target target, Dispatch dispatch) {
        return changing.change(target, (order, standing) -> {
            Standing.must(standing.sellsFor(dispatch.storeId()));
            known(order, dispatch.storeId());
            if (!order.mustBeAlive().sendable()) throw Failure.conflict("not_paid", "this order has to be paid first");
            var at = clock.instant();
            var fulfilment = order.fulfilment().ship(order.items(), dispatch, at);
            var shipment = fulfilment.shipments().getLast();
            var next = Next.of(order, at)
                    .with(fulfilment)
                    .tell(Moment.Type.SHIPPED, standing.by(), Moment.Detail.of(shipment))
                    .order();
            return Change.to(next, new OrderEvent.Shipped(next, standing.by(), shipment));
        });
    }

    /** What has arrived can't arrive again: then nothing happens. */
    public Changing.Seen deliver(Target target, int number) {
        return changing.change(target, (order, standing) -> {
            var shipment = order.fulfilment()
                    .shipment(number)
                    .filter(found -> standing.seesAll() || standing.sellsFor(found.storeId()))
                    .orElseThrow(() -> Failure.notFound("shipment", Integer.toString(number)));
            Standing.must(standing.sellsFor(shipment.storeId()));
            if (shipment.delivered()) return Change.none(order);
            var at = clock.instant();
            var arrived = shipment.deliveredAt(at);
            var next = Next.of(order, at)
                    .with(order.fulfilment().deliver(order.items(), number, at))
                    .tell(Moment.Type.DELIVERED, standing.by(), Moment.Detail.of(arrived))
                    .order();
            return Change.to(next, new OrderEvent.Delivered(next, standing.by(), arrived));
        });
    }

    public Changing.Seen takeBack(Target target, Comeback comeback) {
        return changing.change(target, (order, standing) -> {
            Standing.must(!standing.speaksFor(order).isEmpty());
            var at = clock.instant();
            var back = new Return(
                    receiver(order, standing, comeback), comeback.lines(), comeback.reason(), comeback.restock(), at);
            var next = Next.of(order, at)
                    .with(order.fulfilment().takeBack(order.items(), back))
                    .tell(Moment.Type.RETURNED, standing.by(), Moment.Detail.of(back))
                    .order();
            return Change.to(next, new OrderEvent.Returned(next, standing.by(), back));
        });
    }

    /** The store that is named, or the only one the caller can mean. */
    private static String receiver(Order order, Standing standing, Comeback comeback) {
        var named = comeback.storeId();
        if (named.isPresent()) {
            known(order, named.get());
            Standing.must(standing.sellsFor(named.get()));
            return named.get();
        }
        var possible = standing.speaksFor(order).stream()
                .filter(store -> comeback.lines().stream().allMatch(line -> sells(order, store, line)))
                .toList();
        if (possible.size() == 1) return possible.getFirst();
        throw possible.isEmpty()
                ? Failure.invalid("/lines/0/sku", "unknown_sku", "is not in this order")
                : Failure.invalid("/storeId", "required", "more than one store sells these");
    }

    private static boolean sells(Order order, String storeId, Parcel line) {
        return order.items().stream()
                .anyMatch(item -> item.storeId().equals(storeId) && item.sku().equals(line.sku()));
    }

    private static void known(Order order, String storeId) {
        if (!order.storeIds().contains(storeId)) {
            throw Failure.invalid("/storeId", "invalid_value", "this store sells nothing in this order");
        }
    }
}
