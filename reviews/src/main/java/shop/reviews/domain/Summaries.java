package shop.reviews.domain;

/** The summaries of all products, each told when it changes. */
public interface Summaries extends Counted {

    Summary find(String productId);
}
