package shop.activity.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of time, and how it is divided.
 *
 * @param from this moment included
 * @param to this moment not
 */
public record Span(Interval interval, Instant from, Instant to) {

    /** More than anybody can look at. */
    public static final int MOST_BUCKETS = 2_000;

    /** Whether it is one that can be answered: not empty, and not too finely divided. */
    public boolean isReasonable() {
        var most = interval.length().multipliedBy(MOST_BUCKETS);
        return from.isBefore(to) && !from.plus(most).isBefore(to);
    }

    /** When each of its intervals begins; the first may begin before the span does. */
    List<Instant> starts() {
        return Stream.iterate(interval.start(from), start -> start.isBefore(to), interval::next)
                .toList();
    }
}
