package shop.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every list of those who have gone keeps. */
public abstract class ForgottenContract {

    protected abstract Forgotten forgotten();

    @Test
    void whoHasGoneStaysGone() {
        forgotten().add("ann", NOON);
        forgotten().add("ann", NOON.plusSeconds(1));

        assertThat(forgotten().among(List.of("ann", "bob"))).containsExactly("ann");
        assertThat(forgotten().among(List.of("bob"))).isEmpty();
    }
}
