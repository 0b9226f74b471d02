package shop.email.domain;

import java.util.Optional;

/**
 * Who gets a mail.
 *
 * @param userId the person, where it is one and not just an address
 * @param displayName what they are called, where that is known
 */
public record Recipient(Address address, Optional<String> userId, Optional<String> displayName, Language language) {}
