package shop.auth.domain;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;

/**
 * A pair of keys for access tokens.
 *
 * @param id public: the kid of tokens that were signed with it
 * @param since when it began to sign, or was made where it has not yet
 * @param retiredAt when it ceased to sign
 */
public record SigningKey(String id, KeyPair pair, Instant since, Optional<Instant> retiredAt) {

    SigningKey signingSince(Instant at) {
        return new SigningKey(id, pair, at, Optional.empty());
    }

    SigningKey retired(Instant at) {
        return new SigningKey(id, pair, since, Optional.of(at));
    }
}
