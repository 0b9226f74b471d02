package shop.auth.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Access tokens: signed statements that every service can check by itself. */
public interface Tokens {

    /** How long a person's token lives. */
    Duration PERSONAL = Duration.ofMinutes(10);

    /** How long a service's token lives. */
    Duration INTERNAL = Duration.ofSeconds(60);

    /**
     * What a token says.
     *
     * @param sessionId empty for services
     */
    record Statement(
            String id,
            String issuer,
            String audience,
            String subject,
            Optional<String> sessionId,
            List<String> roles,
            Instant issuedAt,
            Instant expiresAt) {}

    String forPerson(Account account, Session session);

    String forService(String service);

    /** What it says, when it is one of ours and has not expired. */
    Optional<Statement> read(String token);

    /** The public keys (a JWK Set, RFC 7517). */
    String publicKeys();
}
