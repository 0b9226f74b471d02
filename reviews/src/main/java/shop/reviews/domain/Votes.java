package shop.reviews.domain;

import java.util.Optional;

/** Who found which review helpful: what a review's {@code helpfulCount} is counted from. */
public interface Votes extends Counted {

    /** A person has one vote, whatever they said before; empty takes it back. */
    void cast(String reviewId, String voter, Optional<Boolean> helpful);

    /** Takes all their votes back. */
    void forget(String voter);
}
