package shop.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServerRulesTest {

    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();
    private static final MongoClient CLIENT = MongoClients.create(MONGO.uri());

    private final MongoDatabase database = CLIENT.getDatabase("rules");

    @BeforeAll
    static void refuseWithoutAWord() {
        Quiet.only(Quiet.NOTHING, "de.bwaldvogel.mongo");
    }

    @AfterAll
    static void close() {
        Quiet.only(Quiet.ERRORS, "de.bwaldvogel.mongo");
        CLIENT.close();
        MONGO.close();
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("a stage of MongoDB 5", "{aggregate: 'a', cursor: {}, pipeline: [{$setWindowFields: {}}]}"),
                arguments("an accumulator of 5.2", aggregate("{$group: {_id: 1, x: {$topN: {}}}}")),
                arguments("a limit of nothing", aggregate("{$limit: 0}")),
                arguments("a choice of nothing", "{find: 'a', filter: {$and: []}}"),
                arguments("an unknown condition", "{find: 'a', filter: {x: {$like: 1}}}"),
                arguments("a path twice", update("{$set: {x: 1}, $inc: {x: 1}}")),
                arguments("a path and its parent", update("{$set: {'x.y': 1}, $push: {x: 1}}")),
                arguments("nothing to set", update("{$set: {}}")),
                arguments("a name with a dollar", "{insert: 'a', documents: [{_id: 1, x: {$y: 1}}]}"),
                arguments("a name with a dot", update("{$set: {x: {'y.z': 1}}}")),
                arguments("part of an index by a list", index("{x: 1}", "partialFilterExpression: {x: {$in: [1]}}")),
                arguments(
                        "part of an index that is missing",
                        index("{x: 1}", "partialFilterExpression: {x: {$exists: false}}")),
                arguments("an end of life by two fields", index("{x: 1, y: 1}", "expireAfterSeconds: 0")),
                arguments("an index by two arrays", "{insert: 'a', documents: [{_id: 1, tags: [1], sizes: [1]}]}"),
                arguments("an empty array that is unique", "{insert: 'a', documents: [{_id: 1, keys: []}]}"),
                arguments("what is gone at once", update("{$set: {until: {$date: '2020-01-01T00:00:00Z'}}}")),
                arguments(
                        "a known index by another name",
                        "{createIndexes: 'a', indexes: [{key: {keys: 1}, name: 'x', unique: true}]}"),
                arguments(
                        "a known index with other options",
                        "{createIndexes: 'a', indexes: [{key: {keys: 1}, name: 'keys'}]}"),
                arguments("one more than null", update("{$inc: {nothing: 1}}")));
    }

    private static String aggregate(String stage) {
        return "{aggregate: 'a', cursor: {}, pipeline: [" + stage + "]}";
    }

    private static String update(String change) {
        return "{update: 'a', updates: [{q: {_id: 0}, u: " + change + "}]}";
    }

    private static String index(String key, String option) {
        return "{createIndexes: 'a', indexes: [{key: " + key + ", name: 'new', " + option + "}]}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String command) {
        run("{createIndexes: 'a', indexes: ["
                + "{key: {keys: 1}, name: 'keys', unique: true}, {key: {until: 1}, name: 'until', expireAfterSeconds: 0},"
                + "{key: {tags: 1, sizes: 1}, name: 'both'}]}");
        run("{insert: 'a', documents: [{_id: 0, nothing: null}]}");

        assertThatThrownBy(() -> run(command)).as(what).isInstanceOf(MongoException.class);
    }

    private void run(String command) {
        var answer = database.runCommand(Document.parse(command));
        var errors = answer.getList("writeErrors", Document.class, List.of());
        if (!errors.isEmpty()) throw new MongoException(errors.toString());
    }

    @Test
    void whatIsRightPasses() {
        run(index("{x: 1}", "partialFilterExpression: {$and: [{x: {$exists: true}}, {y: {$gt: 1}}]}"));
        run("{insert: 'a', documents: [{_id: 0, x: {y: [], n: null}, until: {$date: '2020-01-01T00:00:00Z'}}]}");
        run(update("{$set: {'x.z': 1}, $push: {'x.y': {$each: [{a: 1}]}}, $unset: {u: ''}}"));
        run(update("{$pull: {'x.y': {a: {$in: [1]}}}, $inc: {n: 1}}"));
        run(aggregate("{$match: {$or: [{x: 1}]}}, {$group: {_id: '$x', n: {$sum: 1}}}, {$limit: 1}"));

        assertThat(database.getCollection("a").find(Document.parse("{n: {$gte: 1}}")))
                .hasSize(1);
    }

    @Test
    void whoAsksForNoOrderGetsNone() {
        run("{insert: 'a', documents: [{_id: 1}, {_id: 2}]}");
        var all = database.getCollection("a");

        assertThat(all.find()).extracting("_id").containsExactly(2, 1);
        assertThat(all.find().sort(new Document("_id", 1))).extracting("_id").containsExactly(1, 2);
    }

    @Test
    void aDatabaseHasOneName() {
        for (var other : List.of("Rules", "rules?", "r".repeat(64))) {
            assertThatThrownBy(() -> other(other)).as(other).isInstanceOf(MongoException.class);
        }
    }

    private void other(String name) {
        run("{insert: 'a', documents: [{_id: 1}]}");
        CLIENT.getDatabase(name).getCollection("a").insertOne(new Document());
    }
}
