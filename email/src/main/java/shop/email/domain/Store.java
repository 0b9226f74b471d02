package shop.email.domain;

import java.util.Optional;

/**
 * A store as far as mails to it care.
 *
 * @param contactEmail empty when nobody reads it any more
 * @param sequence which version of the store says so
 */
public record Store(String id, String name, String ownerId, Optional<String> contactEmail, int sequence) {}
