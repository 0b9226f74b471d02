package shop.products.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import shop.platform.json.Json;
import shop.products.domain.Changes;
import shop.products.domain.Copies;
import shop.products.domain.Copy;
import shop.products.domain.Product;
import shop.products.domain.Products;

/**
 * Products as they are sent, for less than a second: so an edit made anywhere is seen here within one, whatever happens to
 * messages about it. Edits made here are seen at once. Of many who ask for the same product, one asks on: for a copy that
 * another instance has made, else the database.
 */
public final class ProductCache implements Changes.Watcher, Copies.Watcher {

    private static final int LARGEST = 64 << 20; // bytes
    private static final int SHORTEST = 700; // milliseconds
    private static final int LONGEST = 950;

    private final Products products;
    private final Copies copies;
    private final AsyncCache<String, Copy> known = Caffeine.newBuilder()
            .expireAfter(Expiry.writing((String id, Copy copy) ->
                    Duration.ofMillis(ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST))))
            .maximumWeight(LARGEST)
            .weigher((String id, Copy copy) -> copy.json().length + 1_000)
            .buildAsync();

    public ProductCache(Products products, Copies copies) {
        this.products = products;
        this.copies = copies;
        copies.watch(this);
    }

    Optional<Copy> find(String id) {
        var mine = new CompletableFuture<@Nullable Copy>();
        var others = known.asMap().putIfAbsent(id, mine);
        if (others != null) return waited(id, others);
        try {
            var found = load(id);
            mine.complete(found.orElse(null)); // what is not there is not kept
            return found;
        } finally {
            mine.cancel(false); // nothing but a failure has left it open
        }
    }

    private Optional<Copy> waited(String id, CompletableFuture<Copy> others) {
        try {
            return Optional.ofNullable(others.join());
        } catch (CancellationException failed) {
            return load(id);
        }
    }

    private Optional<Copy> load(String id) {
        return copies.find(id, () -> products.find(id).map(ProductCache::copy));
    }

    private static Copy copy(Product product) {
        return new Copy(
                product.id(),
                product.storeId(),
                product.active(),
                product.listed(),
                product.version(),
                Json.TOLERANT.writeValueAsBytes(ProductView.of(product)));
    }

    @Override
    public void changed(String productId, int version) {
        outdated(productId);
        copies.announce(productId, version);
    }

    @Override
    public void changedMany() {
        outdated();
    }

    @Override
    public void outdated(String id) {
        known.asMap().remove(id); // with who is asking for it just now: what they get may be old already
    }

    @Override
    public void outdated() {
        known.asMap().clear();
    }
}
