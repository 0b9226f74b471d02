package shop.platform.security;

import static java.util.Objects.requireNonNullElse;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import shop.platform.Failure;
import shop.platform.http.Principal;
import shop.platform.http.Role;

/**
 * Verifies access tokens offline, with the public keys that auth publishes. A verified token is believed for five seconds
 * before its session is looked up again.
 */
public final class AccessTokens implements Principal.Verifier {

    /** Tokens of people. */
    public static final String AUDIENCE = "shop";

    /** Tokens of siblings: never valid for a person, nor the other way round. */
    public static final String INTERNAL_AUDIENCE = "shop-internal";

    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private record Verified(Principal caller, Instant at, Instant expiresAt) {}

    private final SignedTokens tokens;
    private final Revocations revocations;
    private final Clock clock;
    private final Cache<String, Verified> verified;
    private final ConcurrentMap<String, CompletableFuture<Optional<Verified>>> asked = new ConcurrentHashMap<>();

    public AccessTokens(KeySet keys, String issuer, Revocations revocations, Clock clock) {
        this.tokens = new SignedTokens(keys::find, issuer, clock);
        this.revocations = revocations;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(BELIEVED)
                .ticker(() -> MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Optional<Principal> verify(String token) {
        return believed(token)
                .or(() -> askedOnce(token))
                .filter(known -> known.expiresAt().plus(SignedTokens.SKEW).isAfter(clock.instant()))
                .map(Verified::caller);
    }

    private Optional<Verified> believed(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(known -> !clock.instant().isBefore(known.at())); // no clock that is set back makes it last
    }

    /** Requests that come with one token at once look it up once. */
    private Optional<Verified> askedOnce(String token) {
        var mine = new CompletableFuture<Optional<Verified>>();
        var others = asked.putIfAbsent(token, mine);
        if (others != null) return outcome(others);
        try {
            var found = believed(token).or(() -> lookUp(token));
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(token, mine);
        }
    }

    private Optional<Verified> lookUp(String token) {
        var now = clock.instant();
        var found = tokens.read(token, claims -> verified(claims, now)).filter(known -> !ended(known.caller()));
        found.ifPresent(known -> verified.put(token, known));
        return found;
    }

    private static Optional<Verified> outcome(CompletableFuture<Optional<Verified>> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }

    private boolean ended(Principal caller) {
        return !caller.sessionId().isEmpty() && revocations.revoked(caller.sessionId());
    }

    private static Optional<Verified> verified(Claims claims, Instant now) {
        return roles(claims).map(roles -> {
            var caller = new Principal(
                    claims.getSubject(),
                    requireNonNullElse(claims.get("name", String.class), ""),
                    requireNonNullElse(claims.get("sid", String.class), ""),
                    Boolean.TRUE.equals(claims.get("email_verified", Boolean.class)),
                    roles);
            return new Verified(caller, now, claims.getExpiration().toInstant());
        });
    }

    /** The audience decides what a token can say: siblings come from one, people from the other, nobody from both. */
    private static Optional<Set<Role>> roles(Claims claims) {
        var audience = requireNonNullElse(claims.getAudience(), Set.of());
        if (audience.equals(Set.of(INTERNAL_AUDIENCE))) return Optional.of(Set.of(Role.SERVICE));
        if (!audience.equals(Set.of(AUDIENCE)) || !claims.containsKey("sid")) return Optional.empty();
        List<?> names = requireNonNullElse(claims.get("roles", List.class), List.of());
        return Optional.of(Arrays.stream(Role.values())
                .filter(role -> role != Role.PUBLIC && role != Role.SERVICE && names.contains(role.claim()))
                .collect(toUnmodifiableSet()));
    }
}
