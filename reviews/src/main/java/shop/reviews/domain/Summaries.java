package shop.reviews.domain;

/** The summaries of all products. */
public interface Summaries {

    Summary find(String productId);

    /** Counts afresh, keeps and tells what changed, and takes the marks off that it has seen; may run at any time. */
    void recount(String productId);
}
