package shop.reviews.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviews;
import shop.reviews.domain.Summaries;
import shop.reviews.domain.SummariesContract;
import shop.reviews.domain.Summary;
import shop.reviews.events.ReviewWire;

class MongoSummariesTest extends SummariesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final InMemoryBus bus = new InMemoryBus();
    private final Clock clock = Clock.fixed(NOON, UTC);
    private final MongoOutbox<ReviewEvent> outbox =
            new MongoOutbox<>(database.getCollection("reviews"), ReviewWire::fact, bus, clock);
    private final Reviews reviews = new MongoReviews(database.getCollection("reviews"), outbox);
    private final MongoOutbox<Summary> news =
            new MongoOutbox<>(database.getCollection("summaries"), ReviewWire::fact, bus, clock);
    private final Summaries summaries =
            new MongoSummaries(database.getCollection("reviews"), database.getCollection("summaries"), news);
    private final AtomicInteger told = new AtomicInteger();

    MongoSummariesTest() {
        bus.subscribe("test", List.of("review.summary_changed"), _ -> told.incrementAndGet());
    }

    @AfterEach
    void drop() {
        outbox.close();
        news.close();
        database.drop();
    }

    @Override
    protected Summaries summaries() {
        return summaries;
    }

    @Override
    protected Reviews reviews() {
        return reviews;
    }

    @Override
    protected int told() {
        return told.get();
    }
}
