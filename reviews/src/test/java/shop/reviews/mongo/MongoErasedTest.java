package shop.reviews.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.reviews.domain.Erased;
import shop.reviews.domain.ErasedContract;

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
