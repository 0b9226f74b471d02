package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import shop.platform.testing.TestClock;

class KeyKeepingTest {

    private static final Duration QUARTER = Duration.ofDays(90);

    private static final KeyPair KEYS = KeyKeeping.pair(); // which ones does not matter here

    private final KeyRings rings = new InMemoryKeyRings();
    private final TestClock clock = new TestClock(NOON);
    private final KeyKeeping one = new KeyKeeping(rings, () -> KEYS, QUARTER, clock);
    private final KeyKeeping other = new KeyKeeping(rings, () -> KEYS, QUARTER, clock);

    @Test
    void allInstancesAgreeOnTheFirstKeys() {
        one.tend();
        other.tend();

        assertThat(other.ring()).isEqualTo(one.ring());
        assertThat(one.ring().all()).hasSize(2);
    }

    @Test
    void rotatingSignsWithTheKeyThatWasPublishedBefore() {
        one.tend();
        var before = one.ring();

        one.rotate();

        assertThat(one.ring().active().id()).isEqualTo(before.next().id());
        assertThat(one.ring().retired())
                .extracting(SigningKey::id)
                .containsExactly(before.active().id());
        assertThat(one.ring().next().id())
                .isNotIn(before.active().id(), before.next().id());
    }

    @Test
    void anotherInstanceLearnsOfARotationWhenItTends() {
        one.tend();
        other.tend();
        one.rotate();

        other.tend();

        assertThat(other.ring()).isEqualTo(one.ring());
    }

    @Test
    void aKeySignsAsLongAsTheScheduleSaysAndNoLonger() {
        one.tend();
        var first = one.ring().active().id();
        clock.advance(QUARTER.minusSeconds(1));
        one.tend();
        assertThat(one.ring().active().id()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));
        one.tend();
        other.tend();

        assertThat(one.ring().active().id()).isNotEqualTo(first);
        assertThat(other.ring()).isEqualTo(one.ring());
        assertThat(one.ring().version()).isEqualTo(2);
    }

    @Test
    void anOldKeyGoesWhenItsTokensHaveExpired() {
        one.tend();
        one.rotate();
        clock.advance(Tokens.PERSONAL);
        one.tend();
        assertThat(one.ring().retired()).hasSize(1);

        clock.advance(Duration.ofMinutes(5));
        one.tend();

        assertThat(one.ring().retired()).isEmpty();
    }

    @Test
    void rotatingOnTwoInstancesAtOnceIsRotatingTwice() {
        one.tend();
        other.tend();
        one.rotate();
        other.rotate();

        assertThat(other.ring().version()).isEqualTo(3);
        assertThat(other.ring().retired()).hasSize(2);
    }
}
