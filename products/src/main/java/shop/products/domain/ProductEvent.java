package shop.products.domain;

import java.util.List;
import java.util.Optional;

/** What the rest of the shop may learn about products. */
public sealed interface ProductEvent {

    /** A product, as far as others care. */
    record Snapshot(
            String productId,
            String storeId,
            String title,
            ProductStatus status,
            String currency,
            List<String> skus,
            List<String> categories,
            Optional<String> brand) {}

    record Created(Snapshot product) implements ProductEvent {}

    record Updated(Snapshot product) implements ProductEvent {}

    record Archived(Snapshot product) implements ProductEvent {}
}
