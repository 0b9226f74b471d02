package shop.activity.domain;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Id;

/**
 * One thing that happened.
 *
 * @param people whom it is about, by their ids: who did it, and whose account, order or store it is
 * @param seal its place in the audit chain; behaviour has none
 * @param eventId by which a visitor's device names it, so that sending it twice is noticed; audit entries have none
 * @param expiresAt when it is forgotten; audit entries never are
 */
public record Entry(
        String id,
        Kind kind,
        Fact fact,
        Origin origin,
        List<String> people,
        Instant occurredAt,
        Instant recordedAt,
        Optional<Seal> seal,
        Optional<String> eventId,
        Optional<Instant> expiresAt) {

    private static final String PREFIX = "act";

    public Entry {
        people = List.copyOf(people);
        // what MongoDB keeps: a hash made of finer times could not be made again
        occurredAt = occurredAt.truncatedTo(MILLIS);
        recordedAt = recordedAt.truncatedTo(MILLIS);
    }

    /** When it came about, and when it came to be known. */
    public record Times(Instant occurredAt, Instant recordedAt) {}

    /** What the platform did; the same event always makes the same entry. */
    public static Entry audit(String eventId, Fact fact, Origin origin, List<String> people, Times times) {
        return new Entry(
                Id.derived(PREFIX, times.occurredAt(), eventId),
                Kind.AUDIT,
                fact,
                origin,
                people,
                times.occurredAt(),
                times.recordedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a visitor did. */
    public static Entry behaviour(String eventId, Fact fact, Origin origin, Times times, Duration retention) {
        return new Entry(
                Id.derived(PREFIX, times.occurredAt(), "behaviour " + eventId),
                Kind.BEHAVIOUR,
                fact,
                origin,
                fact.actor().id().stream().toList(),
                times.occurredAt(),
                times.recordedAt(),
                Optional.empty(),
                Optional.of(eventId),
                Optional.of(times.occurredAt().plus(retention)));
    }

    /** The same, as the next after this one in the chain. */
    public Entry after(Optional<Seal> previous) {
        var seal = Seal.after(previous, this);
        return new Entry(id, kind, fact, origin, people, occurredAt, recordedAt, Optional.of(seal), eventId, expiresAt);
    }
}
