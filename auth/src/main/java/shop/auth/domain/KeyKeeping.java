package shop.auth.domain;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shop.platform.Failure;
import shop.platform.Id;

/** Makes the first keys, rotates them by schedule or on demand, and knows the ring as it was a moment ago. */
public final class KeyKeeping {

    private static final int BITS = 2048;
    private static final int TRIES = 5;

    private final KeyRings rings;
    private final Supplier<KeyPair> pairs;
    private final Duration every;
    private final Clock clock;
    private volatile Optional<KeyRing> known = Optional.empty();

    /**
     * Keeps the keys of a ring.
     *
     * @param pairs makes new ones
     * @param every how long a key signs
     */
    public KeyKeeping(KeyRings rings, Supplier<KeyPair> pairs, Duration every, Clock clock) {
        this.rings = rings;
        this.pairs = pairs;
        this.every = every;
        this.clock = clock;
    }

    public KeyRing ring() {
        return known.orElseGet(this::look);
    }

    /** At once, whatever the schedule says. */
    public void rotate() {
        for (int tries = 0; tries < TRIES; tries++) {
            if (keep(look().rotated(fresh(), clock.instant()))) return;
        }
        throw Failure.of(Failure.Kind.UNAVAILABLE, "overloaded", "too many rotations at once");
    }

    /** Looks what other instances have done, and does what is due. Where one is faster, that one has done it. */
    public void tend() {
        var ring = look();
        var now = clock.instant();
        if (ring.isDue(every, now)) keep(ring.rotated(fresh(), now));
        else if (!ring.isTidy(now)) keep(ring.tidied(now));
    }

    private boolean keep(KeyRing next) {
        var kept = rings.replace(next);
        if (kept) known = Optional.of(next);
        return kept;
    }

    private KeyRing look() {
        var ring = rings.find().orElseGet(this::first);
        known = Optional.of(ring);
        return ring;
    }

    private KeyRing first() {
        var ring = new KeyRing(fresh(), fresh(), List.of(), 1);
        return rings.add(ring) ? ring : rings.find().orElseThrow();
    }

    private SigningKey fresh() {
        var now = clock.instant();
        return new SigningKey(Id.next("key", now), pairs.get(), now, Optional.empty());
    }

    /** A new pair of RSA keys, as RS256 wants them. */
    public static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
