package shop.users.domain;

import java.time.Instant;
import java.util.Set;

/** Somebody as auth knows them. */
public record Account(
        String userId, String email, boolean emailVerified, String displayName, Set<Role> roles, Instant createdAt) {}
