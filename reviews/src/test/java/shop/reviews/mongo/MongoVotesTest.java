package shop.reviews.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviews;
import shop.reviews.domain.Votes;
import shop.reviews.domain.VotesContract;
import shop.reviews.events.ReviewWire;

class MongoVotesTest extends VotesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final InMemoryBus bus = new InMemoryBus();
    private final Clock clock = Clock.fixed(NOON, UTC);
    private final MongoOutbox<ReviewEvent> outbox =
            new MongoOutbox<>(database.getCollection("reviews"), ReviewWire::fact, bus, clock);
    private final Reviews reviews = new MongoReviews(database.getCollection("reviews"), outbox);
    private final Votes votes = new MongoVotes(database.getCollection("votes"), database.getCollection("reviews"));

    @AfterEach
    void drop() {
        outbox.close();
        database.drop();
    }

    @Override
    protected Votes votes() {
        return votes;
    }

    @Override
    protected Reviews reviews() {
        return reviews;
    }
}
