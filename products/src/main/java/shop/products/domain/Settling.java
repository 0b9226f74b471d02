package shop.products.domain;

import static shop.products.domain.Persistence.persistently;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import shop.platform.Failure;

/**
 * What follows from a move of stock without holding it up: the ledger, the news, and what the catalogue shows. All of it
 * can be done again, and is by the sweep where a process died before it.
 */
public final class Settling implements AutoCloseable {

    private static final int BATCH = 200;
    private static final int TRIES = 20;
    private static final String NOTHING = ""; // wakes whoever waits

    private final Stocks stocks;
    private final Products products;
    private final Changes changes;
    private final BlockingQueue<String> moved = new LinkedBlockingQueue<>(100 * BATCH);
    private volatile boolean closing;

    public Settling(Stocks stocks, Products products, Changes changes) {
        this.stocks = stocks;
        this.products = products;
        this.changes = changes;
    }

    /** Settles this stock on another thread. What finds no room is left to the sweep. */
    void soon(String stockId) {
        moved.offer(stockId);
    }

    /** Waits a moment for stocks that moved, and settles them. */
    public void work() {
        try {
            var first = closing ? null : moved.poll(1, TimeUnit.SECONDS);
            if (first == null || first.equals(NOTHING)) return;
            var ids = new ArrayList<>(List.of(first));
            moved.drainTo(ids, BATCH - 1);
            settle(ids);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits no more, so that a service that has nothing to do closes at once. */
    @Override
    public void close() {
        closing = true;
        moved.offer(NOTHING); // a full queue lets nobody wait anyway
    }

    public void sweep() {
        settle(stocks.unsettled(BATCH));
    }

    /** Many in a few writes; one by one where somebody else is at them. */
    void settleAtOnce(List<String> stockIds) {
        if (!settledAtOnce(stockIds)) settle(stockIds);
    }

    private boolean settledAtOnce(List<String> stockIds) {
        var moved = stocks.findAll(stockIds);
        var shown =
                products.findAll(moved.stream().map(Stock::productId).distinct().toList());
        var versions = shown.stream().collect(Collectors.toMap(Product::id, Product::version));
        var stocked = stocked(shown);
        var changed = stocked.stream()
                .filter(next -> next.version() != versions.getOrDefault(next.id(), 0))
                .toList();
        var all = products.replaceAll(changed.stream()
                .map(next -> new Products.Write(next, List.of()))
                .toList());
        changed.forEach(next -> changes.one(next.id(), next.version()));
        var titles = shown.stream()
                .collect(Collectors.toMap(Product::id, each -> each.details().title()));
        return all
                && stocks.settleAll(moved.stream()
                        .map(each -> new Stocks.Settlement(each, each.news(titles.getOrDefault(each.productId(), ""))))
                        .toList());
    }

    /** Those as they are, or as their stock makes them. */
    private List<Product> stocked(List<Product> shown) {
        var all = stocks
                .findAll(
                        shown.stream().flatMap(each -> each.stockIds().stream()).toList())
                .stream()
                .collect(Collectors.groupingBy(Stock::productId));
        return shown.stream()
                .map(each -> stocked(each, all.getOrDefault(each.id(), List.of())))
                .toList();
    }

    void settle(List<String> stockIds) {
        for (var stockId : stockIds.stream().distinct().toList()) settle(stockId);
    }

    void settle(String stockId) {
        for (int tried = 1; tried <= TRIES; tried++) {
            var stock = stocks.find(stockId);
            if (stock.isEmpty() || settled(stock.get())) return;
        }
        soon(stockId);
    }

    private boolean settled(Stock stock) {
        var product = show(stock.productId());
        return stocks.settle(stock, stock.news(product.details().title()));
    }

    /** Brings the stock of all variants into the catalogue. */
    private Product show(String productId) {
        return persistently(
                () -> products.find(productId).orElseThrow(() -> Failure.notFound("product", productId)), product -> {
                    var next = stocked(product, stocks.findAll(product.stockIds()));
                    if (next.version() == product.version()) return product;
                    products.replace(next);
                    changes.one(productId, next.version());
                    return next;
                });
    }

    /** The same product where nothing has changed. */
    private static Product stocked(Product product, List<Stock> stocks) {
        var levels = stocks.stream()
                .map(Stock::level)
                .sorted(Comparator.comparing(Level::sku))
                .toList();
        var sold = stocks.stream().mapToLong(Stock::sold).sum();
        return levels.equals(product.levels()) && sold == product.sold() ? product : product.stocked(levels, sold);
    }
}
