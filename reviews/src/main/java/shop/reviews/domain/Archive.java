package shop.reviews.domain;

/** Products that are no longer sold, as far as products has told. */
public interface Archive {

    /** Older news (a lower sequence) changes nothing. */
    void learn(String productId, boolean archived, int sequence);

    boolean has(String productId);
}
