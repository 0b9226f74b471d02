package shop.platform.security;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.platform.security.ForgedTokens.AUTH;
import static shop.platform.security.ForgedTokens.THIEF;
import static shop.platform.testing.TestPlatform.NOON;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.RsaPublicJwk;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.http.Principal;
import shop.platform.http.Role;

class AccessTokensTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private final AccessTokens tokens = tokens(this::jwks);

    @Test
    void aGoodTokenNamesItsOwner() {
        assertThat(tokens.verify(token(AUTH, "key-1", NOON.plusSeconds(1))))
                .contains(new Principal("usr_1", "", "ses_1", false, Set.of(Role.CUSTOMER, Role.ADMIN)));
    }

    @Test
    void anExpiredTokenIsWorthNothing() {
        assertThat(tokens.verify(token(AUTH, "key-1", NOON.minusSeconds(31)))).isEmpty();
    }

    @Test
    void aTokenForSomebodyElseIsWorthNothing() {
        var elsewhere = Jwts.builder()
                .subject("usr_1")
                .claim("sid", "ses_1")
                .issuer("https://shop/auth")
                .expiration(Date.from(NOON.plusSeconds(1)))
                .audience()
                .add("bank")
                .and();

        assertThat(tokens.verify(elsewhere
                        .header()
                        .keyId("key-1")
                        .and()
                        .signWith(AUTH.getPrivate())
                        .compact()))
                .isEmpty();
    }

    @Test
    void aTokenWithoutRolesMayDoNothing() {
        var modest = Jwts.builder()
                .subject("usr_1")
                .claim("sid", "ses_1")
                .issuer("https://shop/auth")
                .expiration(Date.from(NOON.plusSeconds(1)))
                .audience()
                .add("shop")
                .and();

        assertThat(tokens.verify(modest.header()
                        .keyId("key-1")
                        .and()
                        .signWith(AUTH.getPrivate())
                        .compact()))
                .contains(new Principal("usr_1", "", "ses_1", false, Set.of()));
    }

    @Test
    void aForgedTokenIsWorthNothing() {
        assertThat(tokens.verify(token(THIEF, "key-1", NOON.plusSeconds(1)))).isEmpty();
        assertThat(tokens.verify("not.a.token")).isEmpty();
    }

    @Test
    void onlyRs256IsAccepted() {
        var other = Jwts.builder().header().keyId("key-1").and().subject("usr_1");

        assertThat(tokens.verify(
                        other.signWith(AUTH.getPrivate(), Jwts.SIG.RS512).compact()))
                .isEmpty();
        assertThat(tokens.verify(Jwts.builder().subject("usr_1").compact())).isEmpty();
    }

    @Test
    void madeUpKeysDoNotFloodAuth() {
        for (int i = 0; i < 20; i++) tokens.verify(token(THIEF, "made-up-" + i, NOON.plusSeconds(1)));

        assertThat(fetches).hasValue(1);
    }

    @Test
    void withoutKeysItIsNotTheCallersFault() {
        var alone = tokens(() -> {
            throw Failure.unavailable("auth");
        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> alone.verify(token(AUTH, "key-1", NOON.plusSeconds(1))))
                    .isInstanceOfSatisfying(
                            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
        }
    }

    @Test
    void requestsAtOnceLookTheirSessionUpOnce() throws Exception {
        var asked = new AtomicInteger();
        var answer = new CountDownLatch(1);
        var slow = tokens(this::jwks, session -> {
            asked.incrementAndGet();
            answer.await();
            return false;
        });
        var token = token(AUTH, "key-1", NOON.plusSeconds(1));

        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = Stream.generate(() -> many.submit(() -> slow.verify(token)))
                    .limit(8)
                    .toList();
            await().until(() -> asked.get() > 0);
            answer.countDown();
            for (var caller : callers) assertThat(caller.get()).isPresent();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void whoWaitsForAFailedLookUpHearsWhy() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var alone = tokens(this::jwks, session -> {
            asked.countDown();
            answer.await();
            throw Failure.unavailable("redis");
        });
        var token = token(AUTH, "key-1", NOON.plusSeconds(1));

        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = many.submit(() -> alone.verify(token));
            asked.await();
            var second = many.submit(() -> alone.verify(token));
            answer.countDown();
            for (var caller : List.of(first, second)) {
                assertThatThrownBy(caller::get).hasCauseInstanceOf(Failure.class);
            }
        }
    }

    private static AccessTokens tokens(Supplier<String> jwks) {
        return tokens(jwks, session -> false);
    }

    private static AccessTokens tokens(Supplier<String> jwks, Lookup lookup) {
        var clock = Clock.fixed(NOON, UTC);
        return new AccessTokens(new KeySet(jwks, clock), "https://shop/auth", new Looked(lookup), clock);
    }

    private interface Lookup {
        boolean revoked(String sessionId) throws InterruptedException;
    }

    private record Looked(Lookup lookup) implements Revocations {

        @Override
        public boolean revoked(String sessionId) {
            try {
                return lookup.revoked(sessionId);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void revoke(String sessionId) {
            throw new IllegalStateException("verifying revokes nothing");
        }
    }

    private static String token(KeyPair signer, String kid, Instant expires) {
        return Jwts.builder()
                .header()
                .keyId(kid)
                .and()
                .subject("usr_1")
                .claim("sid", "ses_1")
                .issuer("https://shop/auth")
                .audience()
                .add("shop")
                .and()
                .claim("roles", List.of("customer", "admin", "not-invented-yet"))
                .expiration(Date.from(expires))
                .signWith(signer.getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    private String jwks() {
        fetches.incrementAndGet();
        RsaPublicJwk key =
                Jwks.builder().key((RSAPublicKey) AUTH.getPublic()).id("key-1").build();
        return "{\"keys\": [" + Jwks.json(key) + "]}";
    }
}
