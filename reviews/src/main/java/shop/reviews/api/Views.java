package shop.reviews.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;
import shop.reviews.domain.Report;
import shop.reviews.domain.Review;
import shop.reviews.domain.Status;
import shop.reviews.domain.Summary;
import shop.reviews.domain.Text;

/** Reviews as clients see and send them. */
final class Views {

    private Views() {}

    @Schema(description = "A new review")
    record WriteReview(
            @Schema(description = "Of what", example = "prd_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String productId,

            @Schema(description = "Stars", example = "5", minimum = "1", maximum = "5", format = "int32")
            int rating,

            @Schema(description = "In a few words", example = "Lovely", maxLength = 200)
            String title,

            @Schema(description = "In more words", example = "Fresh and grassy.", maxLength = 10000)
            String body) {

        WriteReview {
            if (productId.isBlank()) throw Failure.invalid("/productId", "required", "must not be blank");
        }

        Text text() {
            return new Text(rating, title, body);
        }
    }

    @Schema(description = "What its author may change")
    record EditReview(
            @Schema(description = "Stars", example = "4", minimum = "1", maximum = "5", format = "int32")
            int rating,

            @Schema(description = "In a few words", example = "Lovely", maxLength = 200)
            String title,

            @Schema(description = "In more words", example = "Fresh and grassy.", maxLength = 10000)
            String body) {

        static EditReview of(Review review) {
            return new EditReview(
                    review.text().rating(), review.text().title(), review.text().body());
        }

        Text text() {
            return new Text(rating, title, body);
        }
    }

    @Schema(description = "A vote")
    record Vote(
            @Schema(description = "Whether it helped", example = "true")
            boolean helpful) {}

    @Schema(description = "A store's answer")
    record WriteReply(
            @Schema(description = "The words", example = "Thank you!", maxLength = 5000)
            String body) {}

    @Schema(description = "What is wrong with a review")
    record WriteReport(
            @Schema(description = "Of what kind", example = "spam")
            Report.Reason reason,

            @Schema(description = "More about it", example = "the same text everywhere", maxLength = 1000)
            Optional<String> detail) {}

    @Schema(description = "Why a review is taken down")
    record Hide(
            @Schema(description = "Its author reads it", example = "insults", maxLength = 1000)
            String reason) {}

    @Schema(description = "Who wrote it")
    record AuthorView(
            @Schema(description = "Their id", example = "usr_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "What they are called", example = "Ann", maxLength = 100)
            String displayName) {}

    @Schema(description = "What the store answered")
    record ReplyView(
            @Schema(description = "The words", example = "Thank you!", maxLength = 5000)
            String body,

            @Schema(description = "When", example = "2030-01-02T12:00:00.000Z")
            Instant at) {}

    @Schema(description = "A review")
    record ReviewView(
            @Schema(description = "Its id", example = "rev_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String id,

            @Schema(description = "Of what", example = "prd_01jd3v5kqkf4vbk9z8xw3n5r7t", maxLength = 40)
            String productId,

            @Schema(description = "Who wrote it") AuthorView author,

            @Schema(description = "Stars", example = "5", minimum = "1", maximum = "5", format = "int32")
            int rating,

            @Schema(description = "In a few words", example = "Lovely", maxLength = 200)
            String title,

            @Schema(description = "In more words", example = "Fresh and grassy.", maxLength = 10000)
            String body,

            @Schema(description = "Whether the author received it", example = "true")
            boolean verifiedPurchase,

            @Schema(description = "How many it helped", example = "3", minimum = "0", format = "int32")
            int helpfulCount,

            @Schema(description = "What the store answered") Optional<ReplyView> reply,

            @Schema(description = "Whether it is shown", example = "published")
            Status status,

            @Schema(description = "Why it is hidden", example = "insults", maxLength = 1000)
            Optional<String> hiddenReason,

            @Schema(description = "Grows with each change", example = "1", minimum = "1", format = "int32")
            int version,

            @Schema(description = "When it was written", example = "2030-01-02T12:00:00.000Z")
            Instant createdAt,

            @Schema(description = "When it was last changed", example = "2030-01-02T12:00:00.000Z")
            Instant updatedAt) {

        static ReviewView of(Review review) {
            return new ReviewView(
                    review.id(),
                    review.productId(),
                    new AuthorView(review.authorId(), review.authorName()),
                    review.text().rating(),
                    review.text().title(),
                    review.text().body(),
                    review.verifiedPurchase(),
                    review.helpfulCount(),
                    review.reply().map(reply -> new ReplyView(reply.body(), reply.at())),
                    review.status(),
                    review.hiddenReason(),
                    review.version(),
                    review.createdAt(),
                    review.updatedAt());
        }
    }

    @Schema(description = "What all reviews of a product come to")
    record SummaryView(
            @Schema(description = "Average stars, to two decimals; 0 without reviews", example = "4.5")
            double average,

            @Schema(description = "How many reviews", example = "2", format = "int32")
            int count,

            @Schema(description = "How many of them by buyers", example = "1", format = "int32")
            int verifiedCount,

            @Schema(description = "How many with each number of stars", example = "{\"5\": 1, \"4\": 1}")
            Map<String, Integer> histogram) {

        static SummaryView of(Summary summary) {
            var histogram = new LinkedHashMap<String, Integer>();
            for (int i = 0; i < 5; i++) {
                histogram.put(Integer.toString(i + 1), summary.stars().get(i));
            }
            return new SummaryView(summary.average(), summary.count(), summary.verifiedCount(), histogram);
        }
    }

    @Schema(description = "What is kept of one person")
    record PersonalData(
            @Schema(description = "The latest thousand reviews")
            List<ReviewView> reviews) {}
}
