package shop.products.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shop.platform.Page;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryStocks implements Stocks {

    private final Map<String, Stock> stocks = new LinkedHashMap<>();
    private final Map<String, Entry> ledger = new LinkedHashMap<>();
    private final Set<String> dirty = new HashSet<>();
    private final List<StockEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Stock> find(String id) {
        return Optional.ofNullable(stocks.get(id));
    }

    @Override
    public synchronized List<Stock> findAll(Collection<String> ids) {
        return stocks.values().stream()
                .filter(stock -> ids.contains(stock.id()))
                .toList();
    }

    @Override
    public synchronized void open(Stock first) {
        stocks.putIfAbsent(first.id(), first);
    }

    @Override
    public synchronized boolean openAll(List<Stock> first) {
        boolean all = true;
        for (var each : first) {
            all &= stocks.putIfAbsent(each.id(), each) == null;
            if (!each.movements().isEmpty()) dirty.add(each.id());
        }
        return all;
    }

    @Override
    public synchronized boolean moveAll(List<Move> moves) {
        boolean all = true;
        for (var each : moves) all &= move(each.seen(), each.movement());
        return all;
    }

    @Override
    public synchronized boolean settleAll(List<Settlement> settlements) {
        boolean all = true;
        for (var each : settlements) all &= settle(each.seen(), each.events());
        return all;
    }

    @Override
    public synchronized boolean hold(String id, Hold hold) {
        return touch(
                id,
                stock -> stock.available() >= hold.quantity() && !holds(stock, hold),
                stock -> with(stock, 0, hold.quantity(), add(stock.holds(), hold), stock.movements()));
    }

    @Override
    public synchronized void extend(String id, Hold hold) {
        touch(
                id,
                stock -> holds(stock, hold),
                stock -> with(stock, 0, 0, add(without(stock, hold), hold), stock.movements()));
    }

    @Override
    public synchronized boolean release(String id, Hold hold) {
        return touch(
                id,
                stock -> holds(stock, hold),
                stock -> with(stock, 0, -hold.quantity(), without(stock, hold), stock.movements()));
    }

    @Override
    public synchronized boolean sell(String id, Hold hold, Movement sale) {
        return touch(
                id,
                stock -> holds(stock, hold),
                stock -> with(
                        stock, sale.delta(), -hold.quantity(), without(stock, hold), add(stock.movements(), sale)));
    }

    @Override
    public synchronized boolean move(Stock seen, Movement movement) {
        return touch(
                seen.id(),
                stock -> stock.version() == seen.version()
                        && stock.onHand() == seen.onHand()
                        && stock.available() + movement.delta() >= 0
                        && stock.movements().stream()
                                .noneMatch(each -> each.id().equals(movement.id())),
                stock -> with(stock, movement.delta(), 0, stock.holds(), add(stock.movements(), movement)));
    }

    private boolean touch(String id, Predicate<Stock> guard, UnaryOperator<Stock> change) {
        var stock = stocks.get(id);
        if (stock == null || !guard.test(stock)) return false;
        stocks.put(id, change.apply(stock));
        dirty.add(id);
        return true;
    }

    private static boolean holds(Stock stock, Hold hold) {
        return stock.holds().stream().anyMatch(each -> each.key().equals(hold.key()));
    }

    private static List<Hold> without(Stock stock, Hold hold) {
        return stock.holds().stream()
                .filter(each -> !each.key().equals(hold.key()))
                .toList();
    }

    private static <T> List<T> add(List<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    private static Stock with(Stock s, int onHand, int reserved, List<Hold> holds, List<Movement> movements) {
        var sold = movements.size() > s.movements().size() ? movements.getLast().sold() : 0;
        return new Stock(
                s.id(),
                s.productId(),
                s.sku(),
                s.storeId(),
                s.onHand() + onHand,
                s.reserved() + reserved,
                s.available() + onHand - reserved,
                s.sold() + sold,
                s.threshold(),
                holds,
                movements,
                s.ledger(),
                s.drained(),
                s.announced(),
                s.version(),
                s.touched() + 1);
    }

    @Override
    public synchronized boolean knows(String movementId) {
        return ledger.containsKey(movementId);
    }

    @Override
    public synchronized void threshold(String id, int threshold) {
        touch(
                id,
                stock -> true,
                s -> new Stock(
                        s.id(),
                        s.productId(),
                        s.sku(),
                        s.storeId(),
                        s.onHand(),
                        s.reserved(),
                        s.available(),
                        s.sold(),
                        threshold,
                        s.holds(),
                        s.movements(),
                        s.ledger(),
                        s.drained(),
                        s.announced(),
                        s.version(),
                        s.touched() + 1));
    }

    @Override
    public synchronized boolean settle(Stock seen, List<StockEvent> events) {
        seen.entries().forEach(entry -> ledger.putIfAbsent(entry.movement().id(), entry));
        var s = stocks.get(seen.id());
        if (s == null || s.version() != seen.version()) return false;
        var left = s.movements().stream()
                .filter(each -> !seen.movements().contains(each))
                .toList();
        var entries = seen.entries();
        stocks.put(
                s.id(),
                new Stock(
                        s.id(),
                        s.productId(),
                        s.sku(),
                        s.storeId(),
                        s.onHand(),
                        s.reserved(),
                        s.available(),
                        s.sold(),
                        s.threshold(),
                        s.holds(),
                        left,
                        entries.isEmpty() ? s.ledger() : entries.getLast().onHandAfter(),
                        s.drained() + entries.size(),
                        Optional.of(seen.availability()),
                        s.version() + 1,
                        s.touched()));
        if (s.touched() == seen.touched()) dirty.remove(s.id());
        told.addAll(events);
        return true;
    }

    public synchronized List<StockEvent> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized List<String> unsettled(int limit) {
        return dirty.stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Stock> heldBefore(Instant time, int limit) {
        return stocks.values().stream()
                .filter(stock ->
                        stock.holds().stream().anyMatch(hold -> hold.expiresAt().isBefore(time)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page<Entry> ledger(String productId, Page.Request request) {
        var newest = new ArrayList<>(ledger.values())
                .reversed().stream()
                        .filter(entry -> entry.productId().equals(productId))
                        .toList();
        int from = request.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(from + request.limit(), newest.size());
        return new Page<>(
                newest.subList(from, to), to < newest.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    @Override
    public synchronized List<Entry> movedBy(String userId, int limit) {
        return ledger.values().stream()
                .filter(entry -> entry.movement().actor().equals(userId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void rename(String userId, String name) {
        ledger.replaceAll(
                (id, e) -> new Entry(e.productId(), e.sku(), renamed(e.movement(), userId, name), e.onHandAfter()));
        for (var id : List.copyOf(stocks.keySet())) {
            touch(
                    id,
                    stock -> true,
                    s -> with(
                            s,
                            0,
                            0,
                            s.holds(),
                            s.movements().stream()
                                    .map(move -> renamed(move, userId, name))
                                    .toList()));
        }
    }

    private static Movement renamed(Movement m, String userId, String name) {
        var actor = m.actor().equals(userId) ? name : m.actor();
        return new Movement(m.id(), m.type(), m.delta(), m.reason(), actor, m.orderId(), m.at());
    }
}
