package shop.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All keys that matter at a time, and all of them are published.
 *
 * @param next signs after the next rotation: known to everybody by then, so that nobody meets a token whose key is new
 * @param active signs
 * @param retired signed tokens that may still be alive
 */
public record KeyRing(SigningKey next, SigningKey active, List<SigningKey> retired, int version) {

    private static final Duration CLOCKS = Duration.ofMinutes(5); // by which clocks may differ, with some to spare

    public KeyRing {
        retired = List.copyOf(retired);
    }

    public List<SigningKey> all() {
        return Stream.concat(Stream.of(active, next), retired.stream()).toList();
    }

    KeyRing rotated(SigningKey another, Instant now) {
        var old = new ArrayList<>(stillNeeded(now));
        old.add(active.retired(now));
        return new KeyRing(another, next.signingSince(now), old, version + 1);
    }

    /** Without the keys whose tokens have all expired. */
    KeyRing tidied(Instant now) {
        return new KeyRing(next, active, stillNeeded(now), version + 1);
    }

    boolean isTidy(Instant now) {
        return stillNeeded(now).size() == retired.size();
    }

    boolean isDue(Duration every, Instant now) {
        return !active.since().plus(every).isAfter(now);
    }

    private List<SigningKey> stillNeeded(Instant now) {
        return retired.stream()
                .filter(key -> key.retiredAt()
                        .filter(at -> at.plus(Tokens.PERSONAL).plus(CLOCKS).isAfter(now))
                        .isPresent())
                .toList();
    }
}
