package shop.reviews.domain;

/** Who has received what. */
public interface Purchases {

    void add(String userId, String productId);

    boolean has(String userId, String productId);

    void forget(String userId);
}
