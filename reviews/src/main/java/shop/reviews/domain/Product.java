package shop.reviews.domain;

/** A product as far as reviews care. */
public record Product(String id, String storeId, boolean archived) {}
