package shop.activity.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.activity.domain.Entries;
import shop.activity.domain.EntriesContract;
import shop.activity.domain.Entry;
import shop.platform.crypto.Secret;
import shop.platform.testing.TestMongo;

class MongoEntriesTest extends EntriesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Entries entries = new MongoEntries(database.getCollection("entries"));
    private final MongoTrail trail =
            new MongoTrail(database.getCollection("entries"), database.getCollection("heads"), Secret.of("for tests"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Entries entries() {
        return entries;
    }

    @Override
    protected void append(Entry audit) {
        trail.append(audit);
    }
}
