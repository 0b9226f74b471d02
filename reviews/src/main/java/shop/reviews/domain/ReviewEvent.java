package shop.reviews.domain;

import java.util.Optional;

/** What the rest of the shop may learn about a review. */
public record ReviewEvent(Kind kind, Review review, String by, Optional<String> reason) {

    /** What happened. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED,
        HIDDEN,
        REPLIED
    }
}
