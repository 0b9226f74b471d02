package shop.orders.domain;

import java.util.List;
import shop.platform.Money;

/** What was bought, as it was and what it cost on that day. */
public record Item(
        String productId,
        String sku,
        String storeId,
        String title,
        List<Option> options,
        Money unitPrice,
        int quantity) {

    /** One choice that tells a variant from the others: the size, L. */
    public record Option(String name, String value) {}

    public Item {
        options = List.copyOf(options);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
