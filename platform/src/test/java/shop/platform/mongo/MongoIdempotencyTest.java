package shop.platform.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.crypto.Secret;
import shop.platform.http.Idempotency.Claim;
import shop.platform.http.Idempotency.Saved;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestMongo;

class MongoIdempotencyTest {

    private static final Saved ANSWER =
            new Saved(201, Map.of("Location", "/toys/1"), "{\"token\": \"x\"}".getBytes(UTF_8));

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final TestClock clock = new TestClock(NOON);
    private final MongoIdempotency answers = open();

    private MongoIdempotency open() {
        return new MongoIdempotency(database, Secret.of("for tests"), clock);
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void ofManyAtOnceOneIsFresh() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(any -> (Callable<Claim>) () -> answers.claim("key", "body"))
                    .toList());
            var fresh = 0;
            for (var claim : claims) if (claim.get() instanceof Claim.Fresh) fresh++;
            assertThat(fresh).isEqualTo(1);
        }
    }

    @Test
    void anAnswerSurvivesARestartAndIsNotReadableInTheDatabase() {
        answers.claim("key", "body");
        answers.keep("key", ANSWER);

        assertThat(open().claim("key", "body")).isInstanceOfSatisfying(Claim.Answered.class, answered -> {
            assertThat(answered.answer().status()).isEqualTo(201);
            assertThat(answered.answer().headers()).containsEntry("Location", "/toys/1");
            assertThat(answered.answer().body()).isEqualTo(ANSWER.body());
        });
        assertThat(database.getCollection("idempotency").find().first().toJson())
                .doesNotContain("token");
    }

    @Test
    void anotherBodyIsNoticed() {
        answers.claim("key", "body");
        assertThat(answers.claim("key", "other body")).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void whatWasReleasedIsFreshAgain() {
        answers.claim("key", "body");
        answers.release("key");
        assertThat(answers.claim("key", "other body")).isInstanceOf(Claim.Fresh.class);
    }

    @Test
    void aRunThatDiedIsTakenOverOnce() {
        answers.claim("key", "body");
        assertThat(answers.claim("key", "body")).isInstanceOf(Claim.Running.class);
        clock.advance(Duration.ofMinutes(2));

        assertThat(answers.claim("key", "body")).isInstanceOf(Claim.Fresh.class);
        assertThat(answers.claim("key", "body")).isInstanceOf(Claim.Running.class);
    }

    /** A real MongoDB forgets by itself what has expired. */
    @Test
    void theDatabaseIsToldWhenToForget() {
        assertThat(database.getCollection("idempotency").listIndexes())
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("expiresAt", 1))
                        .containsEntry("expireAfterSeconds", 0L));
        answers.claim("key", "body");
        assertThat(database.getCollection("idempotency").find().first().getDate("expiresAt"))
                .isEqualTo(Date.from(NOON.plus(Duration.ofHours(24))));
    }

    @Test
    void aDayLaterTheKeyIsNew() {
        answers.claim("key", "body");
        answers.keep("key", ANSWER);
        clock.advance(Duration.ofHours(25));

        assertThat(answers.claim("key", "other body")).isInstanceOf(Claim.Fresh.class);
        clock.advance(Duration.ofHours(25));
        answers.sweep();
        assertThat(database.getCollection("idempotency").countDocuments()).isZero();
    }
}
