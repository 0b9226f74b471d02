package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;

class ReviewTest {

    private static final Caller ANN = new Caller("ann", "Ann", false);
    private static final Caller BOB = new Caller("bob", "Bob", false);
    private static final Caller SUE = new Caller("sue", "Sue", true);

    private final Review review =
            Review.write("rev_1", new Product("tea", "sto_1", false), ANN, new Text(5, "Lovely", "Fresh"), false, NOON);

    @Test
    void aHiddenReviewIsSeenByItsAuthorAndSupport() {
        var hidden = review.hide("insults", NOON);
        assertThat(List.of(ANN, BOB, SUE)).filteredOn(hidden::visibleTo).containsExactly(ANN, SUE);
        assertThat(code(() -> hidden.hide("again", NOON))).isEqualTo("already_hidden");
        assertThat(hidden.restore(NOON).hiddenReason()).isEmpty();
        assertThat(code(() -> review.restore(NOON))).isEqualTo("not_hidden");
    }

    @Test
    void aDeletedReviewSaysNothingAndIsSeenByNobody() {
        var deleted =
                review.replied(Optional.of(new Reply("Thank you", NOON)), NOON).delete(NOON);
        assertThat(deleted.text()).isEqualTo(new Text(5, "-", "-"));
        assertThat(deleted.reply()).isEmpty();
        assertThat(deleted.authorName()).isEqualTo(Review.NOBODY);
        assertThat(List.of(ANN, BOB, SUE)).noneMatch(deleted::visibleTo);
        assertThat(deleted.settled(true, true, NOON)).isEqualTo(deleted);
    }

    @Test
    void nothingNewAboutItsAuthorIsNoNewVersion() {
        assertThat(review.settled(false, false, NOON)).isSameAs(review);
        var bought = review.settled(true, false, NOON);
        assertThat(bought.verifiedPurchase()).isTrue();
        assertThat(bought.settled(false, false, NOON)).isSameAs(bought); // once a buyer, always one
        assertThat(bought.settled(true, true, NOON).version()).isEqualTo(3);
    }

    @Test
    void onlyTheVersionThatWasSeenIsChanged() {
        assertThat(review.seenIn(OptionalInt.empty())).isSameAs(review);
        assertThat(review.seenIn(OptionalInt.of(1))).isSameAs(review);
        assertThat(code(() -> review.seenIn(OptionalInt.of(2)))).isEqualTo("stale_version");
    }

    @Test
    void wordsHaveBounds() {
        assertThat(new Text(1, "x".repeat(200), "x".repeat(10_000)).rating()).isEqualTo(1);
        refuses(() -> new Text(0, "a", "b"), "/rating", "out_of_range");
        refuses(() -> new Text(5, "x".repeat(201), "b"), "/title", "too_long");
        refuses(() -> new Text(5, "a", " "), "/body", "required");
        refuses(() -> new Reply("x".repeat(5_001), NOON), "/body", "too_long");
        refuses(
                () -> new Report("ann", Report.Reason.SPAM, Optional.of("x".repeat(1_001)), NOON),
                "/detail",
                "too_long");
    }

    private static void refuses(Runnable making, String pointer, String code) {
        var failure = catchThrowableOfType(Failure.class, making::run);
        assertThat(failure.pointer()).isEqualTo(pointer);
        assertThat(failure.code()).isEqualTo(code);
    }

    private static String code(ThrowingCallable doing) {
        return catchThrowableOfType(Failure.class, doing).code();
    }
}
