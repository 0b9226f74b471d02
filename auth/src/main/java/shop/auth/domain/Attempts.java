package shop.auth.domain;

import java.time.Duration;
import java.util.Optional;

/** Slows down whoever guesses: after some failures each further try has to wait, longer every time. */
public interface Attempts {

    /** Who tries what: the key of an account, existing or not, and the address it is tried from. */
    record Attempt(String account, String address) {

        /**
         * Failures from a device that the owner has signed in from before are counted on their own: whoever guesses
         * elsewhere can slow the owner down on new devices only.
         */
        static Attempt of(String emailKey, Optional<Account> account, Origin origin) {
            var familiar = account.filter(known -> known.knows(origin)).isPresent();
            return new Attempt(familiar ? emailKey + "|" + origin.device() : emailKey, origin.address());
        }
    }

    /**
     * When the growing delay begins, and how it grows.
     *
     * @param perAccount failures that cost nothing
     * @param perAddress failures that cost nothing, whichever accounts they were for
     * @param first delay, then twice as much each time
     */
    record Policy(int perAccount, int perAddress, Duration first, Duration longest) {

        public static final Policy USUAL = new Policy(5, 20, Duration.ofSeconds(1), Duration.ofMinutes(15));

        /** What a failure costs that is this many beyond those that cost nothing. */
        public Duration delay(int beyond) {
            var factor = 1L << Math.min(beyond, 30);
            var grown = first.multipliedBy(factor);
            return grown.compareTo(longest) < 0 ? grown : longest;
        }
    }

    /**
     * Asked before each try: how long it has to wait. Once failures cost something, the answer to one try is awaited
     * before the next is let through, so that many at once are no way around the delay.
     */
    Optional<Duration> begin(Attempt attempt);

    void failed(Attempt attempt);

    void succeeded(Attempt attempt);
}
