package shop.activity.domain;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;

/** How finely time is divided; always in UTC, weeks begin on Monday. */
public enum Interval {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Interval(Duration length) {
        this.length = length;
    }

    /** When the interval began that this moment lies in. */
    public Instant start(Instant at) {
        return switch (this) {
            case HOUR -> at.truncatedTo(HOURS);
            case DAY -> at.truncatedTo(DAYS);
            case WEEK ->
                at.atZone(UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toInstant()
                        .truncatedTo(DAYS);
        };
    }

    /** When the next one begins after the one that begins here. */
    public Instant next(Instant start) {
        return start.plus(length);
    }

    /** So many intervals before. */
    public Instant before(Instant at, int intervals) {
        return at.minus(length.multipliedBy(intervals));
    }

    Duration length() {
        return length;
    }
}
