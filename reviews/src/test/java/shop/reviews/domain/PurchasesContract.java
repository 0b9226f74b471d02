package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What any Purchases must do. */
public abstract class PurchasesContract {

    /** The same empty Purchases for the whole of one test. */
    protected abstract Purchases purchases();

    @Test
    void whatIsReceivedIsKnownUntilItsOwnerLeaves() {
        purchases().add("ann", "tea");
        purchases().add("ann", "tea");
        purchases().add("bob", "tea");

        assertThat(purchases().has("ann", "tea")).isTrue();
        assertThat(purchases().has("ann", "mug")).isFalse();
        purchases().forget("ann");
        assertThat(purchases().has("ann", "tea")).isFalse();
        assertThat(purchases().has("bob", "tea")).isTrue();
    }
}
