package shop.products.domain;

/**
 * A product as it is sent, and what decides who may see it.
 *
 * @param listed for everybody to see
 * @param version of the product it is a copy of
 */
public record Copy(String id, String storeId, boolean active, boolean listed, int version, byte[] json) {}
