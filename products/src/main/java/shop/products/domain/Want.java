package shop.products.domain;

import java.util.Optional;

/**
 * What an order wants.
 *
 * @param sku may be left out for a product that has one variant
 */
public record Want(String productId, Optional<String> sku, int quantity) {

    private static final int MOST = 10_000;

    public Want {
        Checks.text("/productId", productId, 100);
        Checks.text("/sku", sku, 64);
        Checks.between("/quantity", quantity, 1, MOST);
    }
}
