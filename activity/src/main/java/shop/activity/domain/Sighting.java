package shop.activity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shop.platform.Failure;

/**
 * What a visitor's device says it has seen; nothing of it is checked yet.
 *
 * @param occurredAt an RFC 3339 time; now where there is none
 * @param target what it is about, as far as the properties tell
 * @param properties as JSON text
 */
public record Sighting(
        Optional<String> eventId,
        Optional<String> type,
        Optional<String> occurredAt,
        Optional<String> anonymousId,
        Optional<Target> target,
        String properties) {

    private static final int LONGEST = 200;
    private static final int MOST_BYTES = 8 * 1024;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(30);

    /** The entry it makes, or the {@link Failure} that tells what is wrong with it. */
    Entry entry(Visitor visitor, Instant now, Duration retention) {
        var id = required("/eventId", eventId);
        var name = required("/type", type);
        anonymousId.ifPresent(device -> bounded("/anonymousId", device));
        var at = occurredAt.map(Sighting::time).orElse(now);
        if (at.isAfter(now.plus(AHEAD))) {
            throw Failure.invalid("/occurredAt", "in_future", "must not be more than 5 minutes ahead");
        }
        if (at.isBefore(now.minus(BEHIND))) {
            throw Failure.invalid("/occurredAt", "too_old", "must not be more than 30 days ago");
        }
        if (properties.getBytes(UTF_8).length > MOST_BYTES) {
            throw Failure.invalid("/properties", "too_large", "must not take more than 8 KiB");
        }
        var fact = new Fact(name, Actor.visitor(visitor.userId(), anonymousId), target, properties);
        return Entry.behaviour(id, fact, visitor.origin(), new Entry.Times(at, now), retention);
    }

    private static String required(String pointer, Optional<String> text) {
        var given = text.filter(each -> !each.isBlank())
                .orElseThrow(() -> Failure.invalid(pointer, "required", "is required"));
        return bounded(pointer, given);
    }

    private static String bounded(String pointer, String text) {
        if (text.length() > LONGEST) throw Failure.invalid(pointer, "too_long", "must not be longer than " + LONGEST);
        return text;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Failure.invalid("/occurredAt", "invalid_format", "must be an RFC 3339 time");
        }
    }
}
