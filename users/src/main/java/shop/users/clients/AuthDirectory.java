package shop.users.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shop.platform.clients.Sibling;
import shop.users.domain.Account;
import shop.users.domain.AccountDirectory;
import shop.users.domain.Role;

/** Asks auth for an account. */
public final class AuthDirectory implements AccountDirectory {

    private record Found(
            String userId,
            String email,
            boolean emailVerified,
            String displayName,
            Set<String> roles,
            Instant createdAt) {

        Account account() {
            var all = roles.stream()
                    .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toUnmodifiableSet());
            return new Account(userId, email, emailVerified, displayName, all, createdAt);
        }
    }

    private final Sibling auth;

    public AuthDirectory(Sibling auth) {
        this.auth = auth;
    }

    @Override
    public Optional<Account> ask(String userId) {
        return auth.get("/auth/accounts/" + URLEncoder.encode(userId, UTF_8))
                .find(Found.class)
                .map(Found::account);
    }
}
