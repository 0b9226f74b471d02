package shop.platform.security;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;

/**
 * The public keys of auth (a JWK Set, RFC 7517): fetched when first needed, again when one is missing, because auth may
 * have rotated, and once in a while, because it may have taken one back.
 */
public final class KeySet {

    private static final Logger LOG = LoggerFactory.getLogger(KeySet.class);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10); // a made-up kid must not flood auth
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Known(Map<String, Key> keys, Instant triedAt, Instant fetchedAt) {}

    private final Supplier<String> jwks;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN, Instant.MIN);

    public KeySet(Supplier<String> jwks, Clock clock) {
        this.jwks = jwks;
        this.clock = clock;
    }

    public static KeySet publishedAt(URI address, Clock clock) {
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        return new KeySet(() -> fetch(http, request), clock);
    }

    Optional<Key> find(String kid) {
        var now = known;
        var old = now.fetchedAt().plus(FRESH).isBefore(clock.instant());
        if (old || !now.keys().containsKey(kid)) now = refreshed();
        if (now.keys().isEmpty()) throw Failure.unavailable("auth"); // nobody can be told apart: not the caller's fault
        return Optional.ofNullable(now.keys().get(kid));
    }

    private Known refreshed() {
        fetching.lock();
        try {
            var now = clock.instant();
            if (known.triedAt().plus(BETWEEN_FETCHES).isAfter(now)) return known;
            known = new Known(known.keys(), now, known.fetchedAt());
            Map<String, Key> keys = Jwks.setParser().build().parse(jwks.get()).getKeys().stream()
                    .collect(toUnmodifiableMap(Jwk::getId, jwk -> (Key) jwk.toKey()));
            known = new Known(keys, now, now);
        } catch (Failure | JwtException e) {
            LOG.warn("auth's keys cannot be fetched: {}", e.getMessage());
        } finally {
            fetching.unlock();
        }
        return known;
    }

    private static String fetch(HttpClient http, HttpRequest request) {
        try {
            var response = http.send(request, ofString());
            if (response.statusCode() == 200) return response.body();
            LOG.warn("{} answered {}", request.uri(), response.statusCode());
        } catch (IOException e) {
            LOG.warn("{} does not answer: {}", request.uri(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Failure.unavailable("auth");
    }
}
