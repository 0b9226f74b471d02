package shop.products.domain;

/** What the catalogue knows of a SKU's stock; the stock itself is kept apart and has the last word. */
public record Level(String sku, int available, Availability availability) {

    static Level none(String sku) {
        return new Level(sku, 0, Availability.OUT_OF_STOCK);
    }
}
