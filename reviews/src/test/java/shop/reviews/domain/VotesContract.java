package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.reviews.domain.ReviewFixture.event;
import static shop.reviews.domain.ReviewFixture.id;
import static shop.reviews.domain.ReviewFixture.review;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any Votes must do. */
public abstract class VotesContract {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    /** The same empty Votes for the whole of one test. */
    protected abstract Votes votes();

    /** The reviews they are counted into. */
    protected abstract Reviews reviews();

    @BeforeEach
    void write() {
        for (int i = 1; i <= 3; i++) {
            var review = review(i, "author" + i, 5);
            reviews().add(review, event(review));
        }
    }

    private int counted(int number) {
        votes().recount(id(number));
        return reviews().find(id(number)).orElseThrow().helpfulCount();
    }

    @Test
    void aPersonHasOneVoteAndMayTakeItBack() {
        votes().cast(id(1), "bob", YES);
        votes().cast(id(1), "bob", YES);
        votes().cast(id(1), "cat", YES);
        votes().cast(id(1), "dan", NO);
        assertThat(counted(1)).isEqualTo(2);

        votes().cast(id(1), "bob", NO);
        assertThat(counted(1)).isEqualTo(1);
        votes().cast(id(1), "cat", Optional.empty());
        assertThat(counted(1)).isZero();
        votes().cast(id(1), "cat", YES);
        assertThat(counted(1)).isEqualTo(1);
    }

    @Test
    void anotherCountIsAnotherVersionAndTheSameIsNone() {
        votes().cast(id(1), "bob", YES);
        counted(1);
        var counted = reviews().find(id(1)).orElseThrow();
        assertThat(counted.version()).isEqualTo(2);
        assertThat(counted.edition()).isEqualTo(1);

        votes().cast(id(1), "bob", YES);
        counted(1);
        assertThat(reviews().find(id(1))).contains(counted);
    }

    @Test
    void whatWasCastIsDueUntilItIsCounted() {
        votes().cast(id(3), "bob", YES);
        votes().cast(id(1), "bob", YES);
        votes().cast(id(2), "bob", YES);

        assertThat(votes().due("", 2)).containsExactly(id(1), id(2));
        assertThat(votes().due(id(2), 9)).containsExactly(id(3));
        votes().recount(id(2));
        assertThat(votes().due("", 9)).containsExactly(id(1), id(3));
    }

    @Test
    void whoIsForgottenHasVotedForNothing() {
        votes().cast(id(1), "bob", YES);
        votes().cast(id(2), "bob", YES);
        votes().cast(id(1), "cat", YES);
        counted(1);
        counted(2);

        votes().forget("bob");

        assertThat(votes().due("", 9)).containsExactly(id(1), id(2));
        assertThat(counted(1)).isEqualTo(1);
        assertThat(counted(2)).isZero();
    }

    @Test
    void votesForNothingAreNoTrouble() {
        votes().cast("rev_none", "bob", YES);
        votes().recount("rev_none");
        assertThat(votes().due("", 9)).isEmpty();
    }

    @Test
    void manyAtOnceAreCountedExactly() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var cast = threads.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        votes().cast(id(1), "voter" + i % 20, i < 20 ? NO : YES);
                        votes().recount(id(1));
                        return true;
                    })
                    .toList());
            for (var each : cast) assertThat(each.get()).isTrue();
        }
        for (int i = 0; i < 20; i++) votes().cast(id(1), "voter" + i, i % 2 == 0 ? YES : NO);
        assertThat(counted(1)).isEqualTo(10);
        assertThat(votes().due("", 9)).isEmpty();
    }
}
