package shop.activity.domain;

import java.util.Optional;

/**
 * What the chain looks like.
 *
 * @param firstBroken the first entry that is not what was written, or does not follow the one before
 */
public record Verdict(long entries, Optional<String> firstBroken) {

    public boolean valid() {
        return firstBroken.isEmpty();
    }
}
