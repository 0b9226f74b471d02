package shop.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shop.platform.Money;

/** What is for sale, and the stock that is kept for orders. */
public interface Catalogue {

    /** A product as a cart needs it. */
    record Product(String id, String storeId, String title, List<Variant> variants) {

        public Product {
            variants = List.copyOf(variants);
        }
    }

    /** One way to buy it. */
    record Variant(String sku, List<Item.Option> options, Money price, int available) {}

    /**
     * Keeps stock for an order until then, all lines or none, and says what the lines cost. Asked again it keeps the
     * same for longer. A line that can't be had is a failure that names it.
     */
    List<Item> reserve(String orderId, List<Line> lines, Instant expiresAt);

    /** Gives back what is kept for the order, if anything is. */
    void release(String orderId);

    /** Those of them that are for sale, by their ids: 100 at most. */
    Map<String, Product> forSale(Set<String> productIds);
}
