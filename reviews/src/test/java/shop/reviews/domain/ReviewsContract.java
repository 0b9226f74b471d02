package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.reviews.domain.ReviewFixture.event;
import static shop.reviews.domain.ReviewFixture.id;
import static shop.reviews.domain.ReviewFixture.report;
import static shop.reviews.domain.ReviewFixture.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;
import shop.reviews.domain.Reviews.Query;
import shop.reviews.domain.Reviews.Sort;

/** What any Reviews must do. */
public abstract class ReviewsContract {

    private static final Page.Request TEN = Page.Request.first(10);

    /** The same empty Reviews for the whole of one test. */
    protected abstract Reviews reviews();

    /** How many events have been told. */
    protected abstract int told();

    private void add(Review review) {
        reviews().add(review, event(review));
    }

    private void replace(Review next) {
        reviews().replace(next, event(next));
    }

    private Review kept(int number) {
        return reviews().find(id(number)).orElseThrow();
    }

    @Test
    void whatIsAddedIsFoundUnchangedAndTold() {
        var review = review(1, "ann", 5);
        add(review);

        assertThat(reviews().find(id(1))).contains(review);
        assertThat(reviews().find("tea", "ann")).contains(review);
        assertThat(reviews().find("tea", "bob")).isEmpty();
        assertThat(reviews().find(id(2))).isEmpty();
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void everythingAReviewCanHoldIsKept() {
        add(review(1, "ann", 5));
        replace(kept(1).replied(Optional.of(new Reply("Thanks", NOON)), NOON));
        replace(kept(1).settled(true, false, NOON.plusSeconds(1)));
        var hidden = kept(1).hide("abuse", NOON.plusSeconds(2));
        replace(hidden);

        assertThat(reviews().find(id(1))).contains(hidden);
    }

    @Test
    void aPersonReviewsAProductOnceHoweverManyAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tried = threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> added(review(i, "ann", 5)))
                    .toList());
            var added = 0;
            for (var each : tried) if (each.get()) added++;
            assertThat(added).isEqualTo(1);
        }
        assertThat(ids(reviews().by("ann", TEN))).hasSize(1);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    private boolean added(Review review) {
        try {
            add(review);
            return true;
        } catch (Failure taken) {
            assertThat(taken.code()).isEqualTo("already_reviewed");
            return false;
        }
    }

    @Test
    void aDeletedOneMakesRoomForAnother() {
        add(review(1, "ann", 5));
        replace(kept(1).delete(NOON));
        add(review(2, "ann", 3));

        assertThat(reviews().find("tea", "ann")).map(Review::id).contains(id(2));
        assertThat(ids(reviews().by("ann", TEN))).containsExactly(id(2));
        assertThat(ids(list(Sort.NEWEST))).containsExactly(id(2));
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        add(review(1, "ann", 5));
        var stale = kept(1).edit(new Text(1, "Bad", "Stale"), NOON);
        var edited = kept(1).edit(new Text(4, "Good", "Fresh"), NOON);
        replace(edited);

        assertThatThrownBy(() -> replace(stale))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThat(kept(1)).isEqualTo(edited);
        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
    }

    @Test
    void listsAreSortedFilteredAndOfPublishedOnesOnly() {
        add(review(1, "ann", 3));
        add(review(2, "bob", 5));
        add(review(3, "cat", 3));
        add(review(4, "dan", 1));
        replace(kept(4).hide("abuse", NOON));
        replace(kept(3).settled(true, false, NOON));

        assertThat(ids(list(Sort.NEWEST))).containsExactly(id(3), id(2), id(1));
        assertThat(ids(list(Sort.OLDEST))).containsExactly(id(1), id(2), id(3));
        assertThat(ids(list(Sort.HIGHEST))).containsExactly(id(2), id(3), id(1));
        assertThat(ids(list(Sort.LOWEST))).containsExactly(id(1), id(3), id(2));
        assertThat(ids(list(Sort.HELPFUL))).containsExactly(id(3), id(2), id(1));
        assertThat(ids(list(Optional.of(3), Optional.empty()))).containsExactly(id(3), id(1));
        assertThat(ids(list(Optional.empty(), Optional.of(true)))).containsExactly(id(3));
        assertThat(ids(reviews().by("dan", TEN))).containsExactly(id(4));
    }

    private Page<Review> list(Sort sort) {
        return reviews().list(new Query("tea", Optional.empty(), Optional.empty(), sort), TEN);
    }

    private Page<Review> list(Optional<Integer> rating, Optional<Boolean> verified) {
        return reviews().list(new Query("tea", rating, verified, Sort.NEWEST), TEN);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 7; i++) add(review(i, "person" + i, 1 + i % 3));

        for (var sort : Sort.values()) {
            var seen = new ArrayList<String>();
            var request = Page.Request.first(3);
            while (true) {
                var page = reviews().list(new Query("tea", Optional.empty(), Optional.empty(), sort), request);
                seen.addAll(ids(page));
                if (page.next().isEmpty()) break;
                request = new Page.Request(3, page.next());
            }
            assertThat(seen).as(sort.name()).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoReportsCountsOnceAndAnEditDoesNotUndoIt() {
        add(review(1, "ann", 5));
        var edited = kept(1).edit(new Text(4, "Good", "Fresh"), NOON);
        reviews().report(id(1), report("bob"));
        reviews().report(id(1), report("bob"));
        reviews().report(id(1), report("cat"));

        replace(edited);

        assertThat(kept(1).reportCount()).isEqualTo(2);
        assertThat(ids(reviews().toModerate(TEN))).containsExactly(id(1));
        reviews().forgetReports("bob");
        assertThat(kept(1).reportCount()).isEqualTo(2);
    }

    @Test
    void whatIsHiddenIsLookedAtUntilItIsRestored() {
        add(review(1, "ann", 5));
        add(review(2, "bob", 5));
        replace(kept(1).hide("abuse", NOON));
        assertThat(ids(reviews().toModerate(TEN))).containsExactly(id(1));

        var restored = kept(1).restore(NOON);
        reviews().restore(restored, event(restored));
        assertThat(ids(reviews().toModerate(TEN))).isEmpty();
        assertThat(ids(list(Sort.NEWEST))).containsExactly(id(2), id(1));
    }

    private static List<String> ids(Page<Review> page) {
        return page.items().stream().map(Review::id).toList();
    }
}
