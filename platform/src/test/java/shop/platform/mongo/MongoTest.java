package shop.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.platform.Failure;

class MongoTest {

    private static final ServerAddress SERVER = new ServerAddress("db.internal");

    static List<Exception> outages() {
        return List.of(
                new MongoTimeoutException("Timed out while waiting for a server"),
                new MongoSocketReadException("Prematurely reached end of stream", SERVER),
                new MongoNotPrimaryException(answer(10107), SERVER),
                new MongoBulkWriteException(
                        BulkWriteResult.unacknowledged(),
                        List.of(),
                        new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", empty()),
                        SERVER,
                        Set.of()));
    }

    static List<Exception> bugs() {
        var error = new WriteError(11000, "E11000 duplicate key error", empty());
        return List.of(
                new MongoWriteException(error, SERVER, Set.of()),
                new MongoCommandException(answer(2), SERVER),
                new IllegalStateException("no database in sight"));
    }

    private static BsonDocument answer(int code) {
        return BsonDocument.parse("{ok: 0, code: %d, errmsg: 'no'}".formatted(code));
    }

    private static BsonDocument empty() {
        return new BsonDocument();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aDatabaseThatIsAwayIsSaidToBeAwayAndNothingMore(Exception outage) {
        assertThat(Mongo.outage(outage)).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
            assertThat(failure.getMessage()).isEqualTo("the database does not answer");
            assertThat(failure.retryAfter()).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void whatTheDatabaseRefusesIsABug(Exception bug) {
        assertThat(Mongo.outage(bug)).isEmpty();
    }
}
