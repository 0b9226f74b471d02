package shop.activity.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.activity.domain.Measures;
import shop.activity.domain.MeasuresContract;
import shop.platform.testing.TestMongo;

class MongoMeasuresTest extends MeasuresContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Measures measures = new MongoMeasures(database.getCollection("measures"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Measures measures() {
        return measures;
    }
}
