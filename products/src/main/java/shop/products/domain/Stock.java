package shop.products.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stock of one SKU.
 *
 * @param available on hand and not reserved; kept, so that a reservation is one guarded write
 * @param sold how many have left for good
 * @param movements those that are not in the ledger yet
 * @param ledger the balance of those that are: on hand is this and the waiting movements
 * @param drained how many of those there are
 * @param announced the availability that was told last
 * @param version moves when what happened is entered and told, not with each reservation
 * @param touched moves with everything
 */
public record Stock(
        String id,
        String productId,
        String sku,
        String storeId,
        int onHand,
        int reserved,
        int available,
        long sold,
        int threshold,
        List<Hold> holds,
        List<Movement> movements,
        int ledger,
        int drained,
        Optional<Availability> announced,
        int version,
        int touched) {

    public Stock {
        holds = List.copyOf(holds);
        movements = List.copyOf(movements);
    }

    static String id(String productId, String sku) {
        return productId + ":" + sku;
    }

    /** Where stock stands in words. */
    public Availability availability() {
        return Availability.of(available, threshold);
    }

    /** None at all. */
    static Stock none(Product product, String sku, int threshold) {
        return new Stock(
                id(product.id(), sku),
                product.id(),
                sku,
                product.storeId(),
                0,
                0,
                0,
                0,
                threshold,
                List.of(),
                List.of(),
                0,
                0,
                Optional.empty(),
                1,
                0);
    }

    /** The same with the first movement in it. */
    Stock begun(Movement first) {
        int units = first.delta();
        return new Stock(
                id,
                productId,
                sku,
                storeId,
                units,
                0,
                units,
                0,
                threshold,
                holds,
                List.of(first),
                0,
                0,
                announced,
                version,
                1);
    }

    Level level() {
        return new Level(sku, available, availability());
    }

    /** The waiting movements as they go into the ledger, in the order they happened. */
    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        int balance = ledger;
        for (var movement : movements) {
            balance += movement.delta();
            entries.add(new Entry(productId, sku, movement, balance));
        }
        return entries;
    }

    /**
     * What is to be told of all that waits.
     *
     * @param title of the product
     */
    List<StockEvent> news(String title) {
        var news = new ArrayList<StockEvent>();
        for (var entry : entries()) if (entry.movement().type() != MovementType.SALE) news.add(adjusted(entry, title));
        var now = availability();
        if (announced.filter(now::equals).isEmpty()) alert(now, title).ifPresent(news::add);
        return news;
    }

    private StockEvent adjusted(Entry entry, String title) {
        var movement = entry.movement();
        return new StockEvent.Adjusted(
                productId,
                storeId,
                sku,
                title,
                movement.type(),
                movement.delta(),
                entry.onHandAfter(),
                reserved,
                entry.onHandAfter() - reserved,
                movement.reason(),
                movement.actor());
    }

    /** The first stock of a SKU is no news in itself, unless it is little and somebody put it there by hand. */
    private Optional<StockEvent> alert(Availability now, String title) {
        if (announced.isEmpty()) return firstAlert(now, title);
        return Optional.of(
                switch (now) {
                    case OUT_OF_STOCK -> new StockEvent.Depleted(productId, storeId, sku, title, available, threshold);
                    case LOW_STOCK ->
                        announced.get() == Availability.IN_STOCK
                                ? new StockEvent.Low(productId, storeId, sku, title, available, threshold)
                                : new StockEvent.Replenished(productId, storeId, sku, title, available, threshold);
                    case IN_STOCK -> new StockEvent.Replenished(productId, storeId, sku, title, available, threshold);
                });
    }

    private Optional<StockEvent> firstAlert(Availability now, String title) {
        var imported = movements.stream().anyMatch(movement -> movement.type() == MovementType.IMPORT);
        if (imported || now != Availability.LOW_STOCK) return Optional.empty();
        return Optional.of(new StockEvent.Low(productId, storeId, sku, title, available, threshold));
    }
}
