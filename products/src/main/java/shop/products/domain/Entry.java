package shop.products.domain;

/**
 * A movement in the ledger.
 *
 * @param onHandAfter the balance: the sum of this and all movements of the SKU before
 */
public record Entry(String productId, String sku, Movement movement, int onHandAfter) {}
