package shop.products.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.platform.Money;

/**
 * A product as the catalogue shows it: what the seller says, and what stock, buyers and the store add to that.
 *
 * @param listed for everybody to see: active, and its store is published
 * @param version moves with whatever a reader could notice, stock and rating too: it is the ETag
 * @param edition the version the last edit made; who has seen it has missed nothing that an edit could undo
 */
public record Product(
        String id,
        String storeId,
        Details details,
        boolean listed,
        List<Level> levels,
        long sold,
        Rating rating,
        int version,
        int edition,
        Instant createdAt,
        Instant updatedAt) {

    public Product {
        levels = List.copyOf(levels);
    }

    static Product create(String id, Store store, Details details, Instant at) {
        details.soldIn(store.currency());
        var listed = store.published() && details.status() == ProductStatus.ACTIVE;
        return new Product(id, store.id(), details, listed, List.of(), 0, Rating.NONE, 1, 1, at, at);
    }

    Product edit(Store store, Details next, Instant at) {
        next.soldIn(store.currency());
        var listed = store.published() && next.status() == ProductStatus.ACTIVE;
        return new Product(id, storeId, next, listed, levels, sold, rating, version + 1, version + 1, createdAt, at);
    }

    Product stocked(List<Level> levels, long sold) {
        return new Product(
                id, storeId, details, listed, levels, sold, rating, version + 1, edition, createdAt, updatedAt);
    }

    Product rated(Rating rating) {
        return new Product(
                id, storeId, details, listed, levels, sold, rating, version + 1, edition, createdAt, updatedAt);
    }

    /** Refuses a caller who has not seen the last edit; stock and ratings that moved since are no reason to. */
    void seenIn(OptionalInt seen) {
        if (seen.isPresent() && (seen.getAsInt() < edition || seen.getAsInt() > version)) throw Failure.stale(id);
    }

    public boolean active() {
        return details.status() == ProductStatus.ACTIVE;
    }

    public String currency() {
        return details.variants().getFirst().price().currency();
    }

    /** What it costs at least: what it is sorted and filtered by. */
    public Money lowestPrice() {
        return details.variants().stream()
                .map(Variant::price)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Level level(String sku) {
        return levels.stream()
                .filter(level -> level.sku().equals(sku))
                .findFirst()
                .orElseGet(() -> Level.none(sku));
    }

    /** That of its best supplied variant. */
    public Availability availability() {
        return details.variants().stream()
                .map(variant -> level(variant.sku()).availability())
                .max(Comparator.naturalOrder())
                .orElse(Availability.OUT_OF_STOCK);
    }

    Optional<Variant> variant(String sku) {
        return details.variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .findFirst();
    }

    List<String> stockIds() {
        return details.skus().stream().map(sku -> Stock.id(id, sku)).toList();
    }

    ProductEvent.Snapshot snapshot() {
        return new ProductEvent.Snapshot(
                id,
                storeId,
                details.title(),
                details.status(),
                currency(),
                details.skus(),
                details.categories(),
                details.brand());
    }
}
