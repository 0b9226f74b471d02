package shop.activity.domain;

import java.time.Instant;
import java.util.Optional;
import shop.platform.Id;

/**
 * What one thing that happened adds to a statistic.
 *
 * @param id made from what caused it, so that it is added once
 * @param key what it is added up by: a currency, a product; empty where there is nothing to tell apart
 * @param label what the key is called
 * @param visitor who is counted, where people are counted and not things
 * @param hour when the hour began, as day and week
 * @param expiresAt as of the behaviour it is made of
 */
public record Measure(
        String id,
        Series series,
        String key,
        String label,
        long value,
        Optional<String> visitor,
        Instant at,
        Instant hour,
        Instant day,
        Instant week,
        Optional<Instant> expiresAt) {

    /** What is measured. */
    public enum Series {
        SIGNUPS,
        LOGINS,
        ORDERS,
        REVENUE,
        REVIEWS,
        PRODUCTS,
        ACTIVE,
        FUNNEL
    }

    private static final String PREFIX = "mea";

    /** One more of these. */
    public static Measure one(Series series, String eventId, Instant at) {
        return some(series, "", "", 1, eventId, at);
    }

    /** So many more of what the key names. */
    public static Measure some(Series series, String key, String label, long value, String eventId, Instant at) {
        var id = Id.derived(PREFIX, at, String.join(" ", series.name(), eventId, key));
        return of(id, series, key, label, value, Optional.empty(), at, Optional.empty());
    }

    /** Somebody was here in this hour; how often does not matter. */
    public static Measure seen(Series series, String key, String visitor, Instant at, Optional<Instant> expiresAt) {
        var hour = Interval.HOUR.start(at);
        var source = expiresAt.isPresent() ? Kind.BEHAVIOUR : Kind.AUDIT; // what expires does not hide what lasts
        var id = Id.derived(PREFIX, hour, String.join(" ", series.name(), key, source.name(), visitor));
        return of(id, series, key, "", 1, Optional.of(visitor), hour, expiresAt);
    }

    private static Measure of(
            String id,
            Series series,
            String key,
            String label,
            long value,
            Optional<String> visitor,
            Instant at,
            Optional<Instant> expiresAt) {
        return new Measure(
                id,
                series,
                key,
                label,
                value,
                visitor,
                at,
                Interval.HOUR.start(at),
                Interval.DAY.start(at),
                Interval.WEEK.start(at),
                expiresAt);
    }
}
