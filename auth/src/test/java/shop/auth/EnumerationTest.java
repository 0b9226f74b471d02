package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.auth.AuthFixture.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.auth.domain.Attempts.Policy;
import shop.auth.domain.IdTokens;
import shop.auth.domain.InMemoryAccounts;
import shop.auth.domain.InMemoryAttempts;
import shop.auth.domain.InMemoryKeyRings;
import shop.auth.domain.KeyKeeping;
import shop.auth.domain.Outside;
import shop.auth.domain.Password;
import shop.auth.domain.Passwords;
import shop.platform.app.Platform;
import shop.platform.app.Service;
import shop.platform.testing.Client.Reply;

/** Who guesses learns nothing, gets slower, and keeps nobody out; time is told by counting what takes it. */
class EnumerationTest {

    private final AtomicInteger comparisons = new AtomicInteger();
    private final AtomicInteger hashes = new AtomicInteger();
    private final AuthFixture auth = new AuthFixture(Map.of(), this::open);

    /** Counts what would take long, and does something quick instead. */
    private final class Counted implements Passwords {

        @Override
        public String hash(Password password) {
            hashes.incrementAndGet();
            return "hash of " + password.text();
        }

        @Override
        public boolean matches(Password password, Optional<String> hash) {
            comparisons.incrementAndGet();
            return hash.equals(Optional.of("hash of " + password.text()));
        }

        @Override
        public boolean outdated(String hash) {
            return false;
        }
    }

    private Service open(Platform platform) {
        var outside = new Outside(
                new InMemoryAccounts(),
                new InMemoryAttempts(Policy.USUAL, platform.clock()),
                new Counted(),
                IdTokens.NOT_CONFIGURED,
                new KeyKeeping(new InMemoryKeyRings(), AuthFixture::pair, Duration.ofDays(90), platform.clock()));
        return AuthApp.wire(new Service("auth", "/auth"), outside, AuthConfig.from(platform.env()), platform);
    }

    @BeforeEach
    void ann() {
        auth.register("ann@example.com");
        hashes.set(0);
    }

    @AfterEach
    void stop() {
        auth.close();
    }

    private Reply guess(String email, String from) {
        return login(email, "not the password", from);
    }

    private Reply login(String email, String password, String from) {
        return auth.as("").post("/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password), "X-Forwarded-For", from);
    }

    /** All that an attacker sees, but for what is different each time. */
    private static Map<String, String> seen(Reply reply) {
        var all = new TreeMap<String, String>();
        reply.headers().map().forEach((name, values) -> all.put(name, String.join(",", values)));
        all.keySet().removeAll(List.of("date", "x-request-id", "content-length"));
        for (var name : List.of("type", "title", "status", "code", "detail")) all.put("body " + name, reply.text(name));
        return all;
    }

    private int comparisons() {
        return comparisons.getAndSet(0);
    }

    @Test
    void everyFailureLooksTheSameAndCostsOneComparison() {
        var known = guess("ann@example.com", "192.0.2.1");
        assertThat(known.status()).isEqualTo(401);
        assertThat(comparisons()).isOne();
        for (var other : List.of("nobody@example.com", "ANN@EXAMPLE.COM", "no address", "ann@example.com ", "@")) {
            var reply = guess(other, "192.0.2.1");
            assertThat(seen(reply)).as(other).isEqualTo(seen(known));
            assertThat(comparisons()).as(other).isOne();
        }
        assertThat(hashes).hasValue(0);
    }

    @Test
    void delaysLookTheSameAndCostNothing() {
        for (var email : List.of("ann@example.com", "nobody@example.com")) {
            for (int i = 0; i < 5; i++)
                assertThat(guess(email, "192.0.2.1").status()).isEqualTo(401);
        }
        comparisons();

        var known = guess("ann@example.com", "192.0.2.1");
        var unknown = guess("nobody@example.com", "192.0.2.1");

        assertThat(known.status()).isEqualTo(429);
        assertThat(seen(unknown)).isEqualTo(seen(known));
        assertThat(login("ann@example.com", PASSWORD, "192.0.2.1").status())
                .as("the right password waits too")
                .isEqualTo(429);
        assertThat(comparisons()).isZero();
    }

    @Test
    void theDelayDoublesUpToAQuarterOfAnHourAndASuccessForgives() {
        for (int i = 0; i < 5; i++) guess("ann@example.com", "192.0.2.1");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            var refused = guess("ann@example.com", "192.0.2.1");
            assertThat(refused.text("code")).isEqualTo("too_many_attempts");
            assertThat(refused.header("Retry-After")).isEqualTo(Integer.toString(seconds));
            auth.clock.advance(Duration.ofSeconds(seconds));
            assertThat(guess("ann@example.com", "192.0.2.1").status()).isEqualTo(401);
        }
        auth.clock.advance(Duration.ofMinutes(15));
        assertThat(login("ann@example.com", PASSWORD, "192.0.2.1").status()).isEqualTo(200);
        for (int i = 0; i < 5; i++)
            assertThat(guess("ann@example.com", "192.0.2.1").status()).isEqualTo(401);
    }

    @Test
    void anAddressThatTriesManyAccountsHasToWait() {
        for (int i = 0; i < 20; i++)
            assertThat(guess("person" + i + "@example.com", "192.0.2.1").status())
                    .isEqualTo(401);

        assertThat(guess("another@example.com", "192.0.2.1").status()).isEqualTo(429);
        assertThat(guess("another@example.com", "192.0.2.2").status()).isEqualTo(401);
    }

    @Test
    void aThousandGuessersDoNotKeepTheOwnerOut() {
        for (int i = 0; i < 1_000; i++) guess("ann@example.com", "203.0." + i / 250 + "." + i % 250);

        assertThat(auth.login("ann@example.com", PASSWORD).status())
                .as("where she was before")
                .isEqualTo(200);
        var elsewhere = login("ann@example.com", PASSWORD, "192.0.2.200");
        assertThat(elsewhere.status()).as("on a new device").isEqualTo(429);
        assertThat(Integer.parseInt(elsewhere.header("Retry-After"))).isLessThanOrEqualTo(900);
    }

    @Test
    void whoForgetsAPasswordLearnsNothing() {
        var known = auth.post("/auth/password/forgot", "{\"email\": \"ann@example.com\"}");
        for (var other : List.of("nobody@example.com", "no address")) {
            var reply = auth.post("/auth/password/forgot", "{\"email\": \"" + other + "\"}");
            assertThat(reply.status()).as(other).isEqualTo(202);
            assertThat(seen(reply)).as(other).isEqualTo(seen(known));
        }
        assertThat(hashes).hasValue(0);
        assertThat(comparisons()).isZero();
    }
}
