package shop.reviews.domain;

import java.util.Optional;

/** Where to ask for a product. */
@FunctionalInterface
public interface Catalogue {
    Optional<Product> find(String productId);
}
