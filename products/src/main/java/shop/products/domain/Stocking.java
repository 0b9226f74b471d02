package shop.products.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Page;

/** The seller's hand on the stock. */
public final class Stocking {

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
        if (stock.available() + delta < 0) {
            throw Failure.conflict(
                    "insufficient_stock",
                    "%d on hand, %d of them reserved".formatted(stock.onHand(), stock.reserved()));
        }
        if (stock.onHand() + delta > MOST) {
            throw Failure.invalid("/delta", "out_of_range", "there can't be more than " + MOST);
        }
    }
}
