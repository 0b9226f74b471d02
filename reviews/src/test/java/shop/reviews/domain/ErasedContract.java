package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What any Erased must do. */
public abstract class ErasedContract {

    /** The same empty Erased for the whole of one test. */
    protected abstract Erased erased();

    @Test
    void whoIsGoneStaysGone() {
        assertThat(erased().has("ann")).isFalse();
        erased().add("ann");
        erased().add("ann");
        assertThat(erased().has("ann")).isTrue();
        assertThat(erased().has("bob")).isFalse();
    }
}
