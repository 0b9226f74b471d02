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
import shop.reviews.domain.ReviewsContract;
import shop.reviews.events.ReviewWire;

class MongoReviewsTest extends ReviewsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final InMemoryBus bus = new InMemoryBus();
    private final Clock clock = Clock.fixed(NOON, UTC);
    private final MongoOutbox<ReviewEvent> outbox =
            new MongoOutbox<>(database.getCollection("reviews"), ReviewWire::fact, bus, clock);
    private final Reviews reviews = new MongoReviews(database.getCollection("reviews"), outbox);
    private final AtomicInteger told = new AtomicInteger();

    MongoReviewsTest() {
        bus.subscribe("test", List.of("review.*"), _ -> told.incrementAndGet());
    }

    @AfterEach
    void drop() {
        outbox.close();
        database.drop();
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
