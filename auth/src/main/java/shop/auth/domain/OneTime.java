package shop.auth.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A secret that was mailed to the owner of an address, good for one use.
 *
 * @param hash all that is kept of it
 */
public record OneTime(Purpose purpose, String hash, Instant issuedAt, Instant expiresAt) {

    /** What it is good for, and how long. */
    public enum Purpose {
        VERIFICATION(Duration.ofHours(24)),
        RESET(Duration.ofMinutes(30));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    static OneTime of(Purpose purpose, String token, Instant now) {
        return new OneTime(purpose, Digests.sha256(token), now, now.plus(purpose.life));
    }

    boolean alive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
