package shop.auth.domain;

import java.security.SecureRandom;
import java.time.Instant;
import shop.auth.domain.AccountEvent.Mailed;
import shop.auth.domain.OneTime.Purpose;

/** Makes the secrets that are mailed: random, kept as a hash, good once. */
public final class Mailing {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A secret, in clear for the mail and hashed for the account. */
    record Letter(Mailed mailed, OneTime kept) {}

    Letter write(Purpose purpose, Instant now) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = RefreshToken.base64(bytes);
        var kept = OneTime.of(purpose, token, now);
        return new Letter(new Mailed(token, kept.expiresAt()), kept);
    }
}
