package shop.email.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to hand a mail over.
 *
 * @param detail what the mail server said; never the address it said it of
 */
public record Attempt(Instant at, Status result, Optional<String> detail) {}
