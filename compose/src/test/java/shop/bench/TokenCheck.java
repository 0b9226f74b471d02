package shop.bench;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.get;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.security.AccessTokens;
import shop.platform.security.KeySet;
import shop.platform.security.Revocations;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** What it costs to know who calls: in the process, and on a route next to one that asks nobody anything. */
final class TokenCheck implements Scenario {

    private static final Load TURN = new Load(4, Duration.ofSeconds(2));
    private static final int CHECKS = 1_000_000;
    private static final int FIRST = 500;
    private static final String JSON = "{\"id\":\"prd_1\",\"title\":\"Green sencha tea\"}";

    private final KeyPair keys = Jwts.SIG.RS256.keyPair().build();
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger lookups = new AtomicInteger();

    /** Stands where Redis does, and counts how often it is asked. */
    private final class Counted implements Revocations {

        @Override
        public boolean revoked(String sessionId) {
            lookups.incrementAndGet();
            return false;
        }

        @Override
        public void revoke(String sessionId) {
            throw new IllegalStateException("checking ends nothing");
        }
    }

    private record Checked() implements Routes {

        @Override
        public List<Route> routes() {
            return List.of(get(
                            "/bench/checked",
                            ctx -> ctx.contentType("application/json").result(JSON))
                    .by(CUSTOMER)
                    .says("Answer whoever has a token")
                    .answers(200, String.class));
        }
    }

    @Override
    public String name() {
        return "token-check";
    }

    @Override
    public List<String> run() throws Exception {
        var lines = new ArrayList<String>();
        inProcess(verifier(), lines);
        overHttp(verifier(), lines);
        return lines;
    }

    private AccessTokens verifier() {
        var jwk =
                Jwks.builder().key((RSAPublicKey) keys.getPublic()).id("key-1").build();
        var published = "{\"keys\": [" + Jwks.json(jwk) + "]}";
        return new AccessTokens(new KeySet(() -> published, clock), "http://localhost:8080/auth", new Counted(), clock);
    }

    private String token(int number) {
        return Jwts.builder()
                .header()
                .keyId("key-1")
                .and()
                .issuer("http://localhost:8080/auth")
                .subject("usr_01m1c2jv00e8e8qfx9b2d3n401")
                .claim("sid", "ses_" + number)
                .claim("roles", List.of("customer"))
                .claim("name", "Ann")
                .claim("email_verified", true)
                .audience()
                .add("shop")
                .and()
                .expiration(Date.from(clock.instant().plusSeconds(600)))
                .signWith(keys.getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    private void inProcess(AccessTokens tokens, List<String> lines) {
        var strangers = new ArrayList<String>();
        for (int i = 0; i < FIRST * 2; i++) strangers.add(token(i));
        var warm = strangers.subList(0, FIRST);
        var cold = strangers.subList(FIRST, FIRST * 2);
        check(tokens, warm, FIRST);
        lines.add(micros("first check of a token", check(tokens, cold, FIRST), FIRST));
        var known = List.of(token(-1));
        check(tokens, known, CHECKS / 10);
        lookups.set(0);
        var nanos = check(tokens, known, CHECKS);
        lines.add(micros("cached check", nanos, CHECKS));
        lines.add(counted("session look-ups in the process", lookups.get(), CHECKS, nanos));
    }

    private static long check(AccessTokens tokens, List<String> some, int times) {
        var begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            if (tokens.verify(some.get(i % some.size())).isEmpty()) throw new IllegalStateException("a good token");
        }
        return System.nanoTime() - begin;
    }

    private static String micros(String what, long nanos, int times) {
        return String.format(Locale.ROOT, "%-34s %9.2f µs", what, nanos / 1e3 / times);
    }

    private static String counted(String what, int asked, int checks, long nanos) {
        var allowed = nanos / 5_000_000_000L + 1;
        return String.format(
                Locale.ROOT,
                "%-34s %,9d   for %,d checks in %.1f s; one each 5 s would be %d: %s",
                what,
                asked,
                checks,
                nanos / 1e9,
                allowed,
                asked <= 2 * allowed ? "ok" : "TOO MANY");
    }

    private void overHttp(AccessTokens tokens, List<String> lines) throws Exception {
        try (var bare = Bare.answering(JSON);
                var server = Server.start(platform(tokens), 0, List.of(TokenCheck::service))) {
            var token = token(0);
            lookups.set(0);
            var begin = System.nanoTime();
            var found = Comparison.of(TURN, bare::client, () -> Wire.get(server.port(), "/bench/checked", token));
            lines.add(found.reference().line("GET from bare Javalin"));
            lines.add(found.subject().line("GET with a token"));
            lines.add(String.format(Locale.ROOT, "%-34s %9.2f", "ratio", found.throughput()));
            int checks = found.subject().nanos().length;
            lines.add(counted("session look-ups over HTTP", lookups.get(), checks, System.nanoTime() - begin));
        }
    }

    private static Platform platform(AccessTokens tokens) {
        var test = TestPlatform.with(new InMemoryBus(), Map.of());
        return new Platform(
                test.env(),
                Clock.systemUTC(),
                test.mongo(),
                test.redis(),
                test.bus(),
                tokens,
                test.siblings(),
                new SimpleMeterRegistry());
    }

    private static Service service(Platform platform) {
        return new Service("bench", "/bench").answering(new Checked());
    }
}
