package shop.activity.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.activity.domain.EntryFixture.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.activity.domain.Trail;
import shop.activity.domain.TrailContract;
import shop.activity.domain.Verifying;
import shop.platform.crypto.Secret;
import shop.platform.testing.TestMongo;

class MongoTrailTest extends TrailContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoCollection<Document> entries = database.getCollection("entries");
    private final MongoCollection<Document> heads = database.getCollection("heads");
    private final Trail trail = open();
    private final Trail another = open();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Trail trail() {
        return trail;
    }

    @Override
    protected Trail another() {
        return another;
    }

    @Test
    void aChangedEntryIsFound() {
        fill();
        change(2, set("fact.data", "{}"));

        assertBrokenAt(2);
    }

    @Test
    void anEntryMadeFitAgainBreaksTheNext() {
        fill();
        change(2, set("seal.hash", "f".repeat(64)));

        assertBrokenAt(2);
    }

    @Test
    void aMissingEntryIsFound() {
        fill();
        entries.deleteOne(eq("_id", audit("e2").id()));

        assertBrokenAt(3);
    }

    @Test
    void anEntryTakenFromTheEndIsMissed() {
        fill();
        entries.deleteOne(eq("_id", audit("e3").id()));

        assertBrokenAt(3);
    }

    @Test
    void aLogWrittenAnewIsFound() {
        fill();
        entries.deleteMany(new Document());
        var forger = new MongoTrail(entries, database.getCollection("other"), Secret.of("another secret"));
        for (var event : new String[] {"e1", "e3", "e2"}) forger.append(audit(event));

        assertThat(new Verifying(trail).verify().firstBroken())
                .contains(audit("e2").id());
    }

    @Test
    void aForgedHeadIsFound() {
        fill();
        entries.deleteOne(eq("_id", audit("e3").id()));
        heads.updateOne(new Document(), set("number", 2L));

        assertBrokenAt(2);
    }

    @Test
    void whoeverOpensTheLogAgainGoesOnWithTheChain() {
        fill();
        open().append(audit("e4"));

        var verdict = new Verifying(trail).verify();
        assertThat(verdict.entries()).isEqualTo(4);
        assertThat(verdict.valid()).isTrue();
    }

    private Trail open() {
        return new MongoTrail(entries, heads, Secret.of("for tests"));
    }

    private void fill() {
        for (int i = 1; i <= 3; i++) trail.append(audit("e" + i));
        assertThat(new Verifying(trail).verify().valid()).isTrue();
    }

    private void change(int number, Bson change) {
        assertThat(entries.updateOne(eq("_id", audit("e" + number).id()), change)
                        .getModifiedCount())
                .isOne();
    }

    private void assertBrokenAt(int number) {
        assertThat(new Verifying(trail).verify().firstBroken())
                .contains(audit("e" + number).id());
    }
}
