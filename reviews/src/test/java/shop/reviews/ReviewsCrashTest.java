package shop.reviews;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;
import shop.reviews.domain.Admission;
import shop.reviews.domain.Caller;
import shop.reviews.domain.Catalogue;
import shop.reviews.domain.Product;
import shop.reviews.domain.Review;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviewing;
import shop.reviews.domain.Summary;
import shop.reviews.domain.Text;
import shop.reviews.events.ReviewWire;
import shop.reviews.mongo.MongoArchive;
import shop.reviews.mongo.MongoErased;
import shop.reviews.mongo.MongoPurchases;
import shop.reviews.mongo.MongoReviews;
import shop.reviews.mongo.MongoSummaries;
import shop.reviews.mongo.MongoVotes;

/** Sums are derived: what a process leaves uncounted when it dies, the next one counts. */
class ReviewsCrashTest {

    private static final Catalogue CATALOGUE = id -> Optional.of(new Product(id, "sto_1", false));

    private final String prefix = TestMongo.freshName() + "-";
    private final MongoDatabase database = TestMongo.CLIENT.getDatabase(prefix + "reviews");
    private final MongoCollection<Document> reviews = database.getCollection("reviews");
    private final Clock clock = Clock.fixed(NOON, UTC);
    private final InMemoryBus bus = new InMemoryBus();
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void drop() {
        for (var name : List.of("reviews", "server")) {
            TestMongo.CLIENT.getDatabase(prefix + name).drop();
        }
    }

    @Test
    void aReviewWhoseProcessDiedIsCountedByTheNextOne() {
        writeAndDie("ann", 5);
        writeAndDie("cat", 4);
        assertThat(database.getCollection("summaries").countDocuments()).isZero();

        try (var server = process()) {
            await().untilAsserted(() -> assertThat(summary(server)).isEqualTo(4.5));
            await().untilAsserted(() -> assertThat(marks()).isZero());
        }
    }

    @Test
    void aCrashBeforeTheMarkIsOffCountsNothingTwice() {
        writeAndDie("ann", 5);
        count();
        reviews.updateMany(new Document(), set("summaryDue", true)); // died just before it took the mark off

        bus.subscribe("test", List.of("review.summary_changed"), heard::add);
        try (var server = process()) {
            await().untilAsserted(() -> assertThat(marks()).isZero());
            assertThat(summary(server)).isEqualTo(5);
        }
        assertThat(heard).extracting(Event::sequence).doesNotContain(2);
    }

    @Test
    void aVoteWhoseProcessDiedIsCountedByTheNextOne() {
        var id = writeAndDie("ann", 5).id();
        new MongoVotes(database.getCollection("votes"), reviews).cast(id, "cat", Optional.of(true));

        try (var server = process()) {
            await().untilAsserted(() -> assertThat(new Client(server.port(), "")
                            .get("/reviews/" + id)
                            .body()
                            .path("helpfulCount")
                            .asInt())
                    .isEqualTo(1));
        }
    }

    private Review writeAndDie(String author, int stars) {
        try (var outbox = new MongoOutbox<ReviewEvent>(reviews, ReviewWire::fact, new InMemoryBus(), clock)) {
            var purchases = new MongoPurchases(database.getCollection("purchases"));
            var archive = new MongoArchive(database.getCollection("archive"));
            var erased = new MongoErased(database.getCollection("erased"));
            var admission = new Admission(CATALOGUE, archive, purchases, false);
            return new Reviewing(new MongoReviews(reviews, outbox), admission, purchases, erased, clock)
                    .write(new Caller(author, author, false), "tea", new Text(stars, "Lovely", "Fresh"));
        }
    }

    private void count() {
        var summaries = database.getCollection("summaries");
        try (var outbox = new MongoOutbox<Summary>(summaries, ReviewWire::fact, new InMemoryBus(), clock)) {
            new MongoSummaries(reviews, summaries, outbox).recount("tea");
        }
    }

    private Server process() {
        var platform = TestPlatform.at(clock, bus, Map.of("DATABASE_PREFIX", prefix));
        return Server.start(
                platform,
                0,
                List.of(each -> ReviewsApp.wire(
                        new Service("reviews", "/reviews"), CATALOGUE, store -> Optional.empty(), each)));
    }

    private static double summary(Server server) {
        return new Client(server.port(), "")
                .get("/reviews/products/tea/summary")
                .body()
                .path("average")
                .asDouble();
    }

    private long marks() {
        return reviews.countDocuments(exists("summaryDue"));
    }
}
