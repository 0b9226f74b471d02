package shop.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import shop.platform.Failure;
import shop.platform.Page;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryOrders implements Orders {

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Instant> postponed = new LinkedHashMap<>();
    private final List<OrderEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public synchronized Page<Order> list(Filter filter, Page.Request request) {
        var newest =
                Comparator.comparing(Order::createdAt).thenComparing(Order::id).reversed();
        var all = orders.values().stream()
                .filter(order -> fits(order, filter))
                .sorted(newest)
                .dropWhile(order -> request.after().isPresent()
                        && position(order).compareTo(request.after().get()) >= 0)
                .toList();
        var items = all.stream().limit(request.limit()).toList();
        var more = all.size() > items.size();
        return new Page<>(items, more ? Optional.of(position(items.getLast())) : Optional.empty());
    }

    private static String position(Order order) {
        return order.createdAt() + order.id();
    }

    private static boolean fits(Order order, Filter filter) {
        return filter.customerId().map(order.customerId()::equals).orElse(true)
                && filter.storeId().map(order.storeIds()::contains).orElse(true)
                && filter.status().map(order.status()::equals).orElse(true)
                && filter.paymentStatus().map(order.payment().status()::equals).orElse(true)
                && filter.fulfilmentStatus()
                        .map(order.fulfilment().status()::equals)
                        .orElse(true)
                && filter.from().map(from -> !order.createdAt().isBefore(from)).orElse(true)
                && filter.to().map(to -> order.createdAt().isBefore(to)).orElse(true);
    }

    @Override
    public List<Order> unshippedOf(String storeId, int limit) {
        return some(
                order -> order.storeIds().equals(List.of(storeId))
                        && order.status() == Status.PLACED
                        && order.fulfilment().status() == FulfilmentStatus.UNFULFILLED,
                limit);
    }

    @Override
    public List<Order> due(Instant now, int limit) {
        return some(order -> dueAt(order).map(due -> !due.isAfter(now)).orElse(false), limit).stream()
                .sorted(Comparator.comparing(order -> dueAt(order).orElseThrow()))
                .toList();
    }

    private Optional<Instant> dueAt(Order order) {
        return Optional.ofNullable(postponed.get(order.id())).or(order::dueAt);
    }

    @Override
    public List<Order> remembering(String customerId, int limit) {
        return some(order -> order.customerId().equals(customerId) && order.privacy() == Privacy.KEPT, limit);
    }

    @Override
    public synchronized boolean add(Order order, OrderEvent... events) {
        if (orders.putIfAbsent(order.id(), order) != null) return false;
        told.addAll(List.of(events));
        return true;
    }

    @Override
    public synchronized void replace(Order next, List<OrderEvent> events) {
        var before = find(next.id()).filter(order -> order.version() == next.version() - 1);
        if (before.isEmpty()) throw Failure.stale(next.id());
        orders.put(next.id(), next);
        postponed.remove(next.id());
        told.addAll(events);
    }

    @Override
    public synchronized void postpone(Order order, Instant dueAt) {
        var unchanged = find(order.id()).filter(each -> each.version() == order.version());
        if (unchanged.isPresent()) postponed.put(order.id(), dueAt);
    }

    public synchronized List<OrderEvent> told() {
        return List.copyOf(told);
    }

    private synchronized List<Order> some(Predicate<Order> wanted, int limit) {
        return orders.values().stream().filter(wanted).limit(limit).toList();
    }
}
