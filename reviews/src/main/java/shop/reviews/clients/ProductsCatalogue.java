package shop.reviews.clients;

import java.util.Optional;
import shop.platform.clients.Sibling;
import shop.reviews.domain.Catalogue;
import shop.reviews.domain.Product;

/** Asks products for a product. */
public final class ProductsCatalogue implements Catalogue {

    private record Found(String id, String storeId, String status) {}

    private final Sibling products;

    public ProductsCatalogue(Sibling products) {
        this.products = products;
    }

    @Override
    public Optional<Product> find(String productId) {
        if (!productId.matches("prd_[0-9a-z]{26}")) return Optional.empty();
        return products.get("/products/" + productId)
                .find(Found.class)
                .map(found ->
                        new Product(found.id(), found.storeId(), found.status().equals("archived")));
    }
}
