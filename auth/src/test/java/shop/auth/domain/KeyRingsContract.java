package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What any KeyRings must do; each implementation runs all of it. */
public abstract class KeyRingsContract {

    private static final KeyPair PAIR = KeyKeeping.pair();

    /** The same empty KeyRings for the whole of one test. */
    protected abstract KeyRings rings();

    @Test
    void theRingIsFoundAsItWasKept() {
        assertThat(rings().find()).isEmpty();

        assertThat(rings().add(ring("one"))).isTrue();
        assertSame(ring("one"));

        var rotated = ring("one").rotated(key("two"), NOON.plusSeconds(1));
        assertThat(rings().replace(rotated)).isTrue();
        assertSame(rotated);
    }

    @Test
    void thereIsOneFirstRing() {
        assertThat(rings().add(ring("one"))).isTrue();
        assertThat(rings().add(ring("two"))).isFalse();
        assertSame(ring("one"));
    }

    @Test
    void ofTwoRotationsOneIsKept() {
        rings().add(ring("one"));
        var mine = ring("one").rotated(key("mine"), NOON);
        var theirs = ring("one").rotated(key("theirs"), NOON);

        assertThat(rings().replace(mine)).isTrue();
        assertThat(rings().replace(theirs)).isFalse();
        assertSame(mine);
    }

    private void assertSame(KeyRing wanted) {
        var found = rings().find().orElseThrow();
        assertThat(found.version()).isEqualTo(wanted.version());
        assertThat(found.all()).hasSameSizeAs(wanted.all());
        for (int i = 0; i < found.all().size(); i++) {
            var one = found.all().get(i);
            var other = wanted.all().get(i);
            assertThat(one).usingRecursiveComparison().ignoringFields("pair").isEqualTo(other);
            assertThat(one.pair().getPublic()).isEqualTo(other.pair().getPublic());
            assertThat(one.pair().getPrivate().getEncoded())
                    .isEqualTo(other.pair().getPrivate().getEncoded());
        }
    }

    protected static KeyRing ring(String id) {
        return new KeyRing(key(id + "-next"), key(id), List.of(), 1);
    }

    private static SigningKey key(String id) {
        return new SigningKey(id, PAIR, NOON, Optional.empty());
    }
}
