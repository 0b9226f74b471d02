package shop.products.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Page;

/** The seller's hand on the stock. */
public final class Stocking {

    /** What an import has counted. */
    record Count(Product product, String sku, int onHand) {}

    private static final int MOST = 10_000_000;
    private static final int TRIES = 50;

    private final Stocks stocks;
    private final Cataloguing cataloguing;
    private final Settling settling;
    private final Clock clock;
    private final int threshold;

    /**
     * Moves nothing by itself.
     *
     * @param threshold how many are few, where a seller has not said otherwise
     */
    public Stocking(Stocks stocks, Cataloguing cataloguing, Settling settling, Clock clock, int threshold) {
        this.stocks = stocks;
        this.cataloguing = cataloguing;
        this.settling = settling;
        this.clock = clock;
        this.threshold = threshold;
    }

    /** The stock of every variant, in their order. */
    public List<Stock> of(String productId, Caller caller) {
        var product = cataloguing.inside(productId, caller);
        var found =
                stocks.findAll(product.stockIds()).stream().collect(Collectors.toMap(Stock::sku, Function.identity()));
        return product.details().skus().stream()
                .map(sku -> found.getOrDefault(sku, Stock.none(product, sku, threshold)))
                .toList();
    }

    public Page<Entry> ledger(String productId, Caller caller, Page.Request page) {
        return stocks.ledger(cataloguing.inside(productId, caller).id(), page);
    }

    /** Counted: there are that many. */
    public Stock set(String productId, String sku, int onHand, OptionalInt few, Caller caller) {
        Checks.between("/onHand", onHand, 0, MOST);
        few.ifPresent(number -> Checks.between("/lowStockThreshold", number, 0, MOST));
        var product = cataloguing.owned(productId, caller);
        var opened = open(product, sku);
        few.ifPresent(number -> stocks.threshold(opened.id(), number));
        return move(
                product,
                sku,
                stock -> onHand - stock.onHand(),
                delta -> movement(MovementType.SET, delta, Optional.empty(), caller));
    }

    /** Came or went: that many more, or fewer. */
    public Stock adjust(String productId, String sku, int delta, String reason, Caller caller) {
        Checks.between("/delta", delta, -MOST, MOST);
        if (delta == 0) throw Failure.invalid("/delta", "out_of_range", "must not be 0");
        Checks.text("/reason", reason, 200);
        var product = cataloguing.owned(productId, caller);
        return move(
                product,
                sku,
                stock -> delta,
                any -> movement(MovementType.ADJUSTMENT, delta, Optional.of(reason), caller));
    }

    /** Counted by an import. */
    void load(Product product, String sku, int onHand, Caller caller) {
        move(
                product,
                sku,
                stock -> onHand - stock.onHand(),
                delta -> movement(MovementType.IMPORT, delta, Optional.empty(), caller));
    }

    /**
     * Counts many by an import, in a few writes.
     *
     * @return what is refused, by SKU
     * @throws Failure as stale when somebody got in the way: then some are counted and some are not
     */
    Map<String, Failure> loadAll(List<Count> counts, Caller caller) {
        var ids = counts.stream()
                .map(count -> Stock.id(count.product().id(), count.sku()))
                .toList();
        var known = stocks.findAll(ids).stream().collect(Collectors.toMap(Stock::id, Function.identity()));
        var first = new ArrayList<Stock>();
        var moves = new ArrayList<Stocks.Move>();
        var refused = new HashMap<String, Failure>();
        for (var count : counts) {
            var none = Stock.none(count.product(), count.sku(), threshold);
            var seen = known.getOrDefault(none.id(), none);
            int delta = count.onHand() - seen.onHand();
            var movement = movement(MovementType.IMPORT, delta, Optional.empty(), caller);
            if (!known.containsKey(none.id())) first.add(delta == 0 ? none : none.begun(movement));
            else if (seen.available() + delta < 0) refused.put(count.sku(), notEnough(seen));
            else if (delta != 0) moves.add(new Stocks.Move(seen, movement));
        }
        var opened = stocks.openAll(first);
        var all = stocks.moveAll(moves) && opened;
        if (!all) throw Failure.stale("stock");
        var moved = Stream.concat(first.stream(), moves.stream().map(Stocks.Move::seen));
        settling.settleAtOnce(moved.map(Stock::id).toList());
        return refused;
    }

    private Movement movement(MovementType type, int delta, Optional<String> reason, Caller caller) {
        var now = clock.instant();
        return new Movement(Id.next("mov", now), type, delta, reason, caller.id(), Optional.empty(), now);
    }

    private Stock open(Product product, String sku) {
        if (product.variant(sku).isEmpty()) throw Failure.notFound("sku", sku);
        var id = Stock.id(product.id(), sku);
        return stocks.find(id).orElseGet(() -> {
            stocks.open(Stock.none(product, sku, threshold));
            return stocks.find(id).orElseThrow();
        });
    }

    private Stock move(Product product, String sku, ToIntFunction<Stock> by, IntFunction<Movement> movement) {
        for (int tried = 1; tried <= TRIES; tried++) {
            var stock = open(product, sku);
            int delta = by.applyAsInt(stock);
            enough(stock, delta);
            if (delta == 0 || stocks.move(stock, movement.apply(delta))) {
                settling.settle(stock.id());
                return stocks.find(stock.id()).orElseThrow();
            }
        }
        throw Failure.unavailable("the stock of " + sku);
    }

    private static void enough(Stock stock, int delta) {
        if (stock.available() + delta < 0) throw notEnough(stock);
        if (stock.onHand() + delta > MOST) {
            throw Failure.invalid("/delta", "out_of_range", "there can't be more than " + MOST);
        }
    }

    private static Failure notEnough(Stock stock) {
        return Failure.conflict(
                "insufficient_stock", "%d on hand, %d of them reserved".formatted(stock.onHand(), stock.reserved()));
    }
}
