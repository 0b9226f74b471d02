package shop.reviews.domain;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.reviews.domain.ReviewEvent.Kind;

/** What happens between a look and a write. */
class ReviewingTest {

    private static final Caller ANN = new Caller("ann", "Ann", false);
    private static final Text LOVELY = new Text(5, "Lovely", "Fresh");

    private final InMemoryReviews reviews = new InMemoryReviews();
    private final Set<String> bought = new HashSet<>();
    private Runnable inBetween = () -> {};

    private final Purchases purchases = new Purchases() {
        @Override
        public void add(String userId, String productId) {
            bought.add(userId + productId);
        }

        @Override
        public boolean has(String userId, String productId) {
            var answer = bought.contains(userId + productId);
            var happening = inBetween;
            inBetween = () -> {};
            happening.run();
            return answer;
        }

        @Override
        public void forget(String userId) {
            bought.removeIf(each -> each.startsWith(userId));
        }
    };

    private final Erased erased = new InMemoryErased();
    private final Archive nothingArchived = new InMemoryArchive();

    private final Reviewing reviewing = reviewing(false);

    private Reviewing reviewing(boolean purchaseRequired) {
        Catalogue catalogue = id -> Optional.of(new Product(id, "sto_1", false));
        var admission = new Admission(catalogue, nothingArchived, purchases, purchaseRequired);
        return new Reviewing(reviews, admission, purchases, erased, Clock.fixed(NOON, UTC));
    }

    @Test
    void aDeliveryBetweenTheLookAndTheWriteCounts() {
        inBetween = () -> reviewing.received("ann", "tea");

        var written = reviewing.write(ANN, "tea", LOVELY);

        assertThat(written.verifiedPurchase()).isTrue();
        assertThat(reviews.find(written.id())).contains(written);
        assertThat(reviews.told).extracting(ReviewEvent::kind).containsExactly(Kind.CREATED, Kind.UPDATED);
    }

    @Test
    void aReviewThatChangesMeanwhileIsSettledAllTheSame() {
        var written = reviewing.write(ANN, "tea", LOVELY);
        // the look at purchases in received() sees an edit come in
        inBetween = () -> reviewing.edit(written.id(), ANN, 1, new Text(3, "Well", "Stale"));

        reviewing.received("ann", "tea");

        assertThat(reviews.find(written.id())).hasValueSatisfying(review -> {
            assertThat(review.verifiedPurchase()).isTrue();
            assertThat(review.text().rating()).isEqualTo(3);
            assertThat(review.version()).isEqualTo(3);
        });
    }

    @Test
    void somebodyErasedWhileWritingLeavesNoName() {
        inBetween = () -> erased.add("ann");

        var written = reviewing.write(ANN, "tea", LOVELY);

        assertThat(written.authorName()).isEqualTo(Review.NOBODY);
        assertThat(reviews.told).hasSize(1); // it never bore the name
    }

    @Test
    void whereAPurchaseIsRequiredOnlyBuyersWrite() {
        var strict = reviewing(true);
        assertThat(code(() -> strict.write(ANN, "tea", LOVELY))).isEqualTo("purchase_required");
        strict.received("ann", "tea");
        assertThat(strict.write(ANN, "tea", LOVELY).verifiedPurchase()).isTrue();
    }

    private static String code(ThrowingCallable doing) {
        return catchThrowableOfType(Failure.class, doing).code();
    }
}
