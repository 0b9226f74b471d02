package shop.auth.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.auth.argon2.Argon2Passwords.Effort;
import shop.auth.domain.Password;
import shop.platform.Failure;

class Argon2PasswordsTest {

    private static final Password RIGHT = new Password("correct horse battery");

    private final Argon2Passwords passwords = passwords(256, 1);

    private static Argon2Passwords passwords(int memory, int iterations) {
        return new Argon2Passwords(new Effort(memory, iterations, 1, 100, Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        passwords.close();
    }

    @Test
    void aPasswordMatchesItsHashAlone() {
        var hash = Optional.of(passwords.hash(RIGHT));

        assertThat(passwords.matches(RIGHT, hash)).isTrue();
        assertThat(passwords.matches(new Password("correct horse batterY"), hash))
                .isFalse();
        assertThat(passwords.matches(RIGHT, Optional.empty())).isFalse();
        assertThat(passwords.matches(new Password("nobody's password"), Optional.empty()))
                .isFalse();
    }

    @Test
    void aHashSaysHowItWasMadeAndIsSaltedAnew() {
        var hash = passwords.hash(RIGHT);

        assertThat(hash).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
        assertThat(passwords.hash(RIGHT)).isNotEqualTo(hash);
    }

    /** From the test vectors of the reference implementation: password, somesalt, t=2, m=2^8, p=1. */
    @Test
    void aHashMadeElsewhereIsUnderstood() {
        var known = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(passwords.matches(new Password("password"), Optional.of(known)))
                .isTrue();
        assertThat(passwords.matches(new Password("passwore"), Optional.of(known)))
                .isFalse();
    }

    @Test
    void whatWasMadeWithLessEffortIsOutdated() {
        var hash = passwords.hash(RIGHT);

        assertThat(passwords.outdated(hash)).isFalse();
        try (var slower = passwords(512, 1);
                var longer = passwords(256, 2);
                var quicker = passwords(128, 1)) {
            assertThat(slower.outdated(hash)).isTrue();
            assertThat(longer.outdated(hash)).isTrue();
            assertThat(quicker.outdated(hash)).isFalse();
        }
    }

    @Test
    void tooManyAtOnceAreToldToComeBack() throws Exception {
        try (var small = new Argon2Passwords(new Effort(8_192, 2, 1, 2, Duration.ofMinutes(5)));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = new AtomicInteger();
            Callable<String> call = () -> {
                try {
                    return small.hash(RIGHT);
                } catch (Failure failure) {
                    assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
                    assertThat(failure.code()).isEqualTo("overloaded");
                    assertThat(failure.retryAfter()).isPresent();
                    refused.incrementAndGet();
                    return "";
                }
            };
            var calls = IntStream.range(0, 30).mapToObj(_ -> call).toList();
            long hashed = 0;
            for (var result : callers.invokeAll(calls)) if (!result.get().isEmpty()) hashed++;
            assertThat(hashed).isGreaterThanOrEqualTo(3).isEqualTo(30 - refused.get());
            assertThat(refused).hasPositiveValue();
        }
    }

    @Test
    void nobodyWaitsForever() {
        try (var slow = new Argon2Passwords(new Effort(16_384, 4, 1, 2, Duration.ofMillis(1)))) {
            assertThatThrownBy(() -> slow.hash(RIGHT))
                    .isInstanceOfSatisfying(
                            Failure.class, f -> assertThat(f.code()).isEqualTo("overloaded"));
        }
    }
}
