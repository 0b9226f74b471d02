package shop.reviews.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.Optional;
import shop.reviews.domain.ReviewEvent.Kind;

/** Valid reviews for tests; change only what the test is about. */
final class ReviewFixture {

    private ReviewFixture() {}

    /** That person's review of tea; a higher number is a younger one. */
    static Review review(int number, String author, int stars) {
        var product = new Product("tea", "sto_1", false);
        var caller = new Caller(author, "Called " + author, false);
        return Review.write(id(number), product, caller, new Text(stars, "Lovely", "Fresh"), false, NOON);
    }

    static String id(int number) {
        return "rev_%03d".formatted(number);
    }

    static ReviewEvent event(Review review) {
        return new ReviewEvent(Kind.UPDATED, review, review.authorId(), Optional.empty());
    }

    static Report report(String by) {
        return new Report(by, Report.Reason.SPAM, Optional.of("buy here"), NOON);
    }
}
