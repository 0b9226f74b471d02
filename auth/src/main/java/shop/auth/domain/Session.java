package shop.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A sign-in on one device, alive as long as it is used.
 *
 * @param id public, in every access token; it changes when the tokens that carry it must not be believed any more
 * @param handle what its refresh tokens find it by
 * @param secret hash of the newest refresh token's secret
 * @param generation of the newest refresh token
 * @param rotations when the latest of its earlier refresh tokens were replaced, oldest first
 * @param origin where it was last used
 * @param expiresAt later with every use, up to a limit
 */
public record Session(
        String id,
        String handle,
        String secret,
        int generation,
        List<Instant> rotations,
        Origin origin,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    private static final Duration SLIDING = Duration.ofDays(30);
    private static final Duration ABSOLUTE = Duration.ofDays(90);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int REMEMBERED = 32; // rotations

    /** What a refresh token that finds this session is worth. */
    sealed interface Worth {

        /** The newest: it may be replaced. */
        record Current() implements Worth {}

        /** Replaced a moment ago, by another tab perhaps: this is the one that is good now. */
        record Recent(RefreshToken current) implements Worth {}

        /** Replaced long ago: it is in the hands of two. */
        record Reused() implements Worth {}

        /** Never given out. */
        record MadeUp() implements Worth {}
    }

    public Session {
        rotations = List.copyOf(rotations);
    }

    static Session begin(String id, RefreshToken first, Origin origin, Instant now) {
        return new Session(id, first.handle(), first.hash(), 0, List.of(), origin, now, now, now.plus(SLIDING));
    }

    boolean alive(Instant now) {
        return now.isBefore(expiresAt);
    }

    Worth worth(RefreshToken token, Chain chain, Instant now) {
        if (token.generation() > generation) return new Worth.MadeUp();
        var current = chain.at(generation, token);
        if (!Digests.same(current.hash(), secret)) return new Worth.MadeUp();
        if (token.generation() == generation) return new Worth.Current();
        return replacedWithin(GRACE, token, now) ? new Worth.Recent(current) : new Worth.Reused();
    }

    private boolean replacedWithin(Duration span, RefreshToken token, Instant now) {
        var index = rotations.size() - (generation - token.generation());
        return index >= 0 && !rotations.get(index).plus(span).isBefore(now);
    }

    Session rotated(RefreshToken next, Origin from, Instant now) {
        var times = new ArrayList<>(rotations);
        times.add(now);
        if (times.size() > REMEMBERED) times.removeFirst();
        var latest = createdAt.plus(ABSOLUTE);
        var until = now.plus(SLIDING).isBefore(latest) ? now.plus(SLIDING) : latest;
        return new Session(id, handle, next.hash(), next.generation(), times, from, createdAt, now, until);
    }

    /** The same session under another id, so that access tokens given out under the old one can be refused. */
    Session renamed(String another) {
        return new Session(another, handle, secret, generation, rotations, origin, createdAt, lastUsedAt, expiresAt);
    }
}
