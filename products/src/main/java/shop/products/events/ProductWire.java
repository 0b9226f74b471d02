package shop.products.events;

import shop.platform.events.Fact;
import shop.products.domain.ProductEvent;

/** How product events are called and look outside; changing anything here changes a file in compose/contracts. */
public final class ProductWire {

    static final String SOURCE = "products";

    private ProductWire() {}

    public static Fact fact(ProductEvent event) {
        return switch (event) {
            case ProductEvent.Created created -> new Fact(SOURCE, "product.created", created.product());
            case ProductEvent.Updated updated -> new Fact(SOURCE, "product.updated", updated.product());
            case ProductEvent.Archived archived -> new Fact(SOURCE, "product.archived", archived.product());
        };
    }
}
