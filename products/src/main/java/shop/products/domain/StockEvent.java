package shop.products.domain;

import java.util.Optional;

/** What the rest of the shop may learn about stock. Sales are told by orders. */
public sealed interface StockEvent {

    record Adjusted(
            String productId,
            String storeId,
            String sku,
            String title,
            MovementType type,
            int delta,
            int onHand,
            int reserved,
            int available,
            Optional<String> reason,
            String by)
            implements StockEvent {}

    record Low(String productId, String storeId, String sku, String title, int available, int threshold)
            implements StockEvent {}

    record Depleted(String productId, String storeId, String sku, String title, int available, int threshold)
            implements StockEvent {}

    /** There is some again, or enough. */
    record Replenished(String productId, String storeId, String sku, String title, int available, int threshold)
            implements StockEvent {}
}
