package shop.email.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.email.domain.Suppressions;
import shop.email.domain.SuppressionsContract;
import shop.platform.crypto.Secret;
import shop.platform.testing.TestMongo;

class MongoSuppressionsTest extends SuppressionsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Suppressions suppressions =
            new MongoSuppressions(database.getCollection("suppressions"), Secret.of("test"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }
}
