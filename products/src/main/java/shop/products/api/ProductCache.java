package shop.products.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import shop.platform.json.Json;
import shop.products.domain.Changes;
import shop.products.domain.Product;
import shop.products.domain.Products;

/**
 * Products as they are sent, for a second at most: so an edit made anywhere is seen here within one, whatever happens to
 * messages about it. Edits made here are seen at once. Of many who ask for the same product, one goes to the database.
 */
public final class ProductCache implements Changes.Watcher {

    /** A product and its bytes. */
    record Cached(Product product, byte[] json) {

        static Cached of(Product product) {
            return new Cached(product, Json.TOLERANT.writeValueAsBytes(ProductView.of(product)));
        }
    }

    private static final int LARGEST = 64 << 20; // bytes

    private final Products products;
    private final Cache<String, Cached> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumWeight(LARGEST)
            .weigher((String id, Cached cached) -> cached.json().length + 1_000)
            .build();

    public ProductCache(Products products) {
        this.products = products;
    }

    Optional<Cached> find(String id) {
        return Optional.ofNullable(
                known.get(id, missing -> products.find(missing).map(Cached::of).orElse(null)));
    }

    @Override
    public void changed(String productId) {
        known.invalidate(productId);
    }

    @Override
    public void changedMany() {
        known.invalidateAll();
    }
}
