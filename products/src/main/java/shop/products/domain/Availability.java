package shop.products.domain;

/** How much there is, in the words a buyer sees. */
public enum Availability {
    OUT_OF_STOCK,
    LOW_STOCK,
    IN_STOCK;

    public static Availability of(int available, int threshold) {
        if (available <= 0) return OUT_OF_STOCK;
        return available <= threshold ? LOW_STOCK : IN_STOCK;
    }
}
