package shop.products.domain;

/**
 * What buyers think of a product.
 *
 * @param sequence the version of the summary this comes from: an older one is old news
 */
public record Rating(double average, int count, int sequence) {

    static final Rating NONE = new Rating(0, 0, 0);
}
