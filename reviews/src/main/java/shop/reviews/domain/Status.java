package shop.reviews.domain;

/** Whether a review is shown. */
public enum Status {
    PUBLISHED,
    /** Taken down by support; its author still sees it. */
    HIDDEN,
    /** Withdrawn by its author: nothing but its number is left. */
    DELETED
}
