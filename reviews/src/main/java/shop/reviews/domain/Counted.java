package shop.reviews.domain;

import java.util.List;

/** Sums that are derived from what is marked as not counted yet: whoever dies in between leaves the mark. */
public interface Counted {

    /** Ids of what has to be counted afresh, in order, beginning after that one. */
    List<String> due(String after, int limit);

    /** Counts afresh and takes the marks off that it has seen; may run at any time. */
    void recount(String id);
}
