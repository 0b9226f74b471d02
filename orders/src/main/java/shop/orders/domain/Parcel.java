package shop.orders.domain;

/** How many of one SKU, in a shipment or a return. */
public record Parcel(String sku, int quantity) {

    private static final int MOST = 1_000;

    public Parcel {
        Checks.text("/sku", sku, 100);
        Checks.quantity(quantity, MOST);
    }
}
