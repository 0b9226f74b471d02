package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.reviews.domain.ReviewFixture.event;
import static shop.reviews.domain.ReviewFixture.id;
import static shop.reviews.domain.ReviewFixture.review;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What any Summaries must do. */
public abstract class SummariesContract {

    /** The same empty Summaries for the whole of one test. */
    protected abstract Summaries summaries();

    /** The reviews they are counted from. */
    protected abstract Reviews reviews();

    /** How often a summary has been told. */
    protected abstract int told();

    private void add(int number, int stars) {
        var review = review(number, "author" + number, stars);
        reviews().add(review, event(review));
    }

    private void replace(Review next) {
        reviews().replace(next, event(next));
    }

    private Review kept(int number) {
        return reviews().find(id(number)).orElseThrow();
    }

    @Test
    void onlyWhatIsPublishedCounts() {
        add(1, 5);
        add(2, 5);
        add(3, 2);
        add(4, 1);
        replace(kept(1).settled(true, false, NOON));
        replace(kept(3).hide("abuse", NOON));
        replace(kept(4).delete(NOON));

        summaries().recount("tea");

        var summary = summaries().find("tea");
        assertThat(summary.stars()).isEqualTo(List.of(0, 0, 0, 0, 2));
        assertThat(summary.verifiedCount()).isEqualTo(1);
        assertThat(summaries().find("mug")).isEqualTo(Summary.none("mug"));
    }

    @Test
    void whatChangedIsDueUntilItIsCounted() {
        assertThat(summaries().due("", 9)).isEmpty();
        add(1, 5);
        assertThat(summaries().due("", 9)).containsExactly("tea");
        assertThat(summaries().due("tea", 9)).isEmpty();

        summaries().recount("tea");
        assertThat(summaries().due("", 9)).isEmpty();

        replace(kept(1).edit(new Text(4, "Good", "Fresh"), NOON));
        assertThat(summaries().due("", 9)).containsExactly("tea");
    }

    @Test
    void onlyAnotherSumIsTold() {
        add(1, 5);
        summaries().recount("tea");
        summaries().recount("tea");
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));

        replace(kept(1).edit(new Text(4, "Good", "Fresh"), NOON));
        summaries().recount("tea");
        await().untilAsserted(() -> assertThat(told()).isEqualTo(2));
    }
}
