package shop.products.domain;

import java.util.Map;
import shop.platform.Money;

/** What is reserved, at the price of the moment. */
public record Line(
        String productId,
        String sku,
        String storeId,
        String title,
        Map<String, String> options,
        Money unitPrice,
        int quantity) {

    String stockId() {
        return Stock.id(productId, sku);
    }

    boolean isOf(Want want) {
        return productId.equals(want.productId()) && want.sku().map(sku::equals).orElse(true);
    }
}
