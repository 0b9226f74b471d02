package shop.platform.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsThereTheNextTime() {
        kept(things -> things.insertOne(new Document("_id", 1)));
        kept(things -> assertThat(things.find()).containsExactly(new Document("_id", 1)));
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            var acknowledged = Victim.run(MongoVictim.class, folder).killedAfter(100 * kill);

            in("victim", things -> {
                for (var line : acknowledged)
                    assertThat(things.find(eq("name", line.replace(' ', '-')))).hasSize(1);
                assertThat(things.countDocuments()).isGreaterThanOrEqualTo(acknowledged.size());
                for (int writer = 0; writer < MongoVictim.WRITERS; writer++) assertSound(things, writer);
            });
        }
    }

    /** Documents and unique index tell the same story: no document is unknown to it, and no ghost bars the next one. */
    private static void assertSound(MongoCollection<Document> things, int writer) {
        long written = things.countDocuments(eq("writer", writer));
        for (long number = 0; number < written; number++) {
            var again = MongoVictim.thing(writer, number);
            assertThatThrownBy(() -> things.insertOne(again)).isInstanceOf(MongoWriteException.class);
        }
        things.insertOne(MongoVictim.thing(writer, written));
    }

    @Test
    void readersSeeDocumentsWhole() throws Exception {
        try (var mongo = EmbeddedMongo.start();
                var client = MongoClients.create(mongo.uri());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var things = client.getDatabase("test").getCollection("things");
            IntStream.range(0, 20)
                    .forEach(i -> things.insertOne(
                            new Document("_id", i).append("a", 0).append("b", 0)));
            Callable<Boolean> write = () -> {
                for (int i = 0; i < 1000; i++) things.updateOne(eq("_id", i % 20), combine(inc("a", 1), inc("b", 1)));
                return true;
            };
            var writers =
                    IntStream.range(0, 4).mapToObj(i -> threads.submit(write)).toList();

            while (!writers.stream().allMatch(Future::isDone)) {
                assertThat(things.find())
                        .hasSize(20)
                        .allSatisfy(thing -> assertThat(thing.get("a")).isEqualTo(thing.get("b")));
            }
            for (var writer : writers) assertThat(writer.get()).isTrue();
            assertThat(things.find())
                    .allSatisfy(thing -> assertThat(thing.get("a")).isEqualTo(200));
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (var first = EmbeddedMongo.start()) {
            int port = Integer.parseInt(first.uri().replaceFirst(".*:", ""));
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("MongoDB does not start: port " + port + " of 127.0.0.1 is taken");
        }
    }

    @Test
    void aFolderInUseIsNamed() {
        try (var _ = EmbeddedMongo.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("MongoDB does not start: another one uses " + folder);
        }
    }

    private void kept(Consumer<MongoCollection<Document>> work) {
        in("test", work);
    }

    private void in(String database, Consumer<MongoCollection<Document>> work) {
        try (var mongo = EmbeddedMongo.start(folder, 0);
                var client = MongoClients.create(mongo.uri())) {
            work.accept(client.getDatabase(database).getCollection("things"));
        }
    }
}
