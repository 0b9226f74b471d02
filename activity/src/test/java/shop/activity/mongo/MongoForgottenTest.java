package shop.activity.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.activity.domain.Forgotten;
import shop.activity.domain.ForgottenContract;
import shop.platform.testing.TestMongo;

class MongoForgottenTest extends ForgottenContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Forgotten forgotten = new MongoForgotten(database.getCollection("forgotten"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Forgotten forgotten() {
        return forgotten;
    }
}
