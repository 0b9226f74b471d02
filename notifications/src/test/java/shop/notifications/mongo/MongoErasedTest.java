package shop.notifications.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.notifications.domain.Erased;
import shop.notifications.domain.ErasedContract;
import shop.platform.testing.TestMongo;

class MongoErasedTest extends ErasedContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Erased erased = new MongoErased(database.getCollection("erased"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Erased erased() {
        return erased;
    }
}
