package shop.reviews.domain;

import java.time.Instant;
import java.util.Optional;
import shop.platform.Failure;

/** What somebody finds wrong with a review. */
public record Report(String by, Reason reason, Optional<String> detail, Instant at) {

    private static final int LONGEST = 1_000;

    /** Of what kind it is. */
    public enum Reason {
        SPAM,
        ABUSE,
        OFF_TOPIC,
        OTHER
    }

    public Report {
        if (detail.isPresent() && detail.get().length() > LONGEST) {
            throw Failure.invalid("/detail", "too_long", "must be at most " + LONGEST + " characters long");
        }
    }
}
