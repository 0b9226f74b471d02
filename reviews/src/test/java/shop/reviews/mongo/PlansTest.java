package shop.reviews.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviews.Query;
import shop.reviews.domain.Reviews.Sort;
import shop.reviews.domain.Summary;
import shop.reviews.events.ReviewWire;

class PlansTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    @Test
    void everyListOfReviewsRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("reviews");
            try (var outbox = new MongoOutbox<ReviewEvent>(documents, ReviewWire::fact, new InMemoryBus(), CLOCK)) {
                var reviews = new MongoReviews(documents, outbox);
                for (var page : Plans.pages(3)) {
                    for (var sort : Sort.values()) {
                        reviews.list(new Query("tea", Optional.empty(), Optional.empty(), sort), page);
                        reviews.list(new Query("tea", Optional.of(5), Optional.of(true), sort), page);
                    }
                    reviews.by("ann", page);
                    reviews.toModerate(page);
                }
                reviews.find("tea", "ann");
                reviews.forgetReports("ann");
            }
        });
    }

    @Test
    void countingRidesOnIndexes() {
        Plans.assertIndexed(database -> {
            var reviews = database.getCollection("reviews");
            var sums = database.getCollection("summaries");
            try (var outbox = new MongoOutbox<ReviewEvent>(reviews, ReviewWire::fact, new InMemoryBus(), CLOCK);
                    var news = new MongoOutbox<Summary>(sums, ReviewWire::fact, new InMemoryBus(), CLOCK)) {
                new MongoReviews(reviews, outbox);
                var summaries = new MongoSummaries(reviews, sums, news);
                summaries.due("", 9);
                summaries.recount("tea");
                var votes = new MongoVotes(database.getCollection("votes"), reviews);
                votes.due("", 9);
                votes.forget("ann");
                new MongoPurchases(database.getCollection("purchases")).forget("ann");
            }
        });
    }
}
