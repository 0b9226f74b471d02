package shop.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import shop.platform.Failure;

/**
 * The goods of an order on their way, there and back.
 *
 * @param status derived from the rest, and kept because lists are filtered by it
 */
public record Fulfilment(List<Shipment> shipments, List<Return> returns, FulfilmentStatus status) {

    /** More than anybody sends or takes back for one order; it keeps orders small. */
    static final int MOST = 500;

    static final Fulfilment NONE = new Fulfilment(List.of(), List.of(), FulfilmentStatus.UNFULFILLED);

    public Fulfilment {
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
    }

    Optional<Shipment> shipment(int number) {
        return shipments.stream()
                .filter(shipment -> shipment.number() == number)
                .findFirst();
    }

    /** What of that store's items has not been sent. */
    List<Parcel> unshipped(List<Item> items, String storeId) {
        return items.stream()
                .filter(item -> item.storeId().equals(storeId) && shipped(item) < item.quantity())
                .map(item -> new Parcel(item.sku(), item.quantity() - shipped(item)))
                .toList();
    }

    int returnable(Item item) {
        return shipped(item) - returned(item);
    }

    Fulfilment ship(List<Item> items, Dispatch dispatch, Instant at) {
        var left = unshipped(items, dispatch.storeId());
        if (left.isEmpty()) throw Failure.conflict("already_shipped", "this store has shipped all its items");
        if (shipments.size() == MOST)
            throw Failure.conflict("too_many_shipments", "this order was sent in too many parts");
        var lines = dispatch.lines().orElse(left);
        for (int i = 0; i < lines.size(); i++) fits(lines, i, left);
        var shipment = new Shipment(
                shipments.size() + 1,
                dispatch.storeId(),
                dispatch.carrier(),
                dispatch.trackingNumber(),
                lines,
                Shipment.State.SHIPPED,
                at,
                Optional.empty());
        return with(items, and(shipments, shipment), returns);
    }

    Fulfilment deliver(List<Item> items, int number, Instant at) {
        var moved = shipments.stream()
                .map(shipment -> shipment.number() == number ? shipment.deliveredAt(at) : shipment)
                .toList();
        return with(items, moved, returns);
    }

    Fulfilment takeBack(List<Item> items, Return back) {
        var away = items.stream()
                .filter(item -> item.storeId().equals(back.storeId()) && returnable(item) > 0)
                .map(item -> new Parcel(item.sku(), returnable(item)))
                .toList();
        for (int i = 0; i < back.lines().size(); i++) comesBack(back.lines(), i, away);
        if (returns.size() == MOST)
            throw Failure.conflict("too_many_returns", "this order came back in too many parts");
        return with(items, shipments, and(returns, back));
    }

    /** Whether every item has arrived, or has come back. */
    boolean finished(List<Item> items) {
        return items.stream().allMatch(item -> Math.max(delivered(item), returned(item)) >= item.quantity());
    }

    Fulfilment forgotten() {
        return new Fulfilment(shipments, returns.stream().map(Return::forgotten).toList(), status);
    }

    Fulfilment showing(Standing standing) {
        return new Fulfilment(
                shipments.stream()
                        .filter(each -> standing.sellsFor(each.storeId()))
                        .toList(),
                returns.stream()
                        .filter(each -> standing.sellsFor(each.storeId()))
                        .toList(),
                status);
    }

    private Fulfilment with(List<Item> items, List<Shipment> shipments, List<Return> returns) {
        var next = new Fulfilment(shipments, returns, status);
        return new Fulfilment(shipments, returns, next.derived(items));
    }

    private FulfilmentStatus derived(List<Item> items) {
        if (each(items, this::returned)) return FulfilmentStatus.RETURNED;
        if (finished(items)) return FulfilmentStatus.DELIVERED;
        if (each(items, this::shipped)) return FulfilmentStatus.SHIPPED;
        return shipments.isEmpty() ? FulfilmentStatus.UNFULFILLED : FulfilmentStatus.PARTIALLY_SHIPPED;
    }

    private static boolean each(List<Item> items, ToIntFunction<Item> count) {
        return items.stream().allMatch(item -> count.applyAsInt(item) >= item.quantity());
    }

    private int shipped(Item item) {
        return count(item, shipments.stream());
    }

    private int delivered(Item item) {
        return count(item, shipments.stream().filter(Shipment::delivered));
    }

    private int returned(Item item) {
        return returns.stream()
                .filter(back -> back.storeId().equals(item.storeId()))
                .mapToInt(back -> quantity(back.lines(), item.sku()))
                .sum();
    }

    private static int count(Item item, Stream<Shipment> shipments) {
        return shipments
                .filter(shipment -> shipment.storeId().equals(item.storeId()))
                .mapToInt(shipment -> quantity(shipment.lines(), item.sku()))
                .sum();
    }

    private static int quantity(List<Parcel> lines, String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(Parcel::quantity)
                .sum();
    }

    private static void fits(List<Parcel> lines, int i, List<Parcel> left) {
        var sku = lines.get(i).sku();
        if (quantity(lines, sku) > quantity(left, sku)) {
            throw conflict(i, "exceeds_unshipped", "only %d of %s are unshipped".formatted(quantity(left, sku), sku));
        }
    }

    private static void comesBack(List<Parcel> lines, int i, List<Parcel> away) {
        var sku = lines.get(i).sku();
        if (quantity(lines, sku) > quantity(away, sku)) {
            throw conflict(i, "exceeds_shipped", "only %d of %s are away".formatted(quantity(away, sku), sku));
        }
    }

    private static Failure conflict(int line, String code, String message) {
        return Failure.of(
                Failure.Kind.CONFLICT, List.of(new Failure.Problem("/lines/" + line + "/quantity", code, message)));
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
