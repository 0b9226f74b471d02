package shop.reviews.domain;

import java.util.Optional;
import shop.platform.Page;

/** All reviews, wherever they are kept; each change marks its product as one whose summary is due. */
public interface Reviews {

    /** Which of a product's reviews are wanted. */
    record Query(String productId, Optional<Integer> rating, Optional<Boolean> verified, Sort sort) {}

    /** Each by its own field, then by age. */
    enum Sort {
        NEWEST,
        OLDEST,
        HELPFUL,
        HIGHEST,
        LOWEST
    }

    Optional<Review> find(String id);

    /** The one this person wrote about this product. */
    Optional<Review> find(String productId, String authorId);

    /** Published ones. */
    Page<Review> list(Query query, Page.Request page);

    /** The newest first, hidden ones too. */
    Page<Review> by(String authorId, Page.Request page);

    /** Those that were reported or hidden and not restored since, the newest first. */
    Page<Review> toModerate(Page.Request page);

    /** Conflicts when this person has reviewed the product already. */
    void add(Review review, ReviewEvent event);

    void replace(Review next, ReviewEvent event);

    /** Replaces it, and what was reported so far is settled. */
    void restore(Review next, ReviewEvent event);

    /** Counts a person once. */
    void report(String id, Report report);

    /** Their reports count on, without what they said in them. */
    void forgetReports(String userId);
}
