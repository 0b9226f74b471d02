package shop.notifications.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.notifications.domain.PreferenceBook;
import shop.notifications.domain.PreferenceBookContract;
import shop.platform.testing.TestMongo;

class MongoPreferenceBookTest extends PreferenceBookContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final PreferenceBook book = new MongoPreferenceBook(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected PreferenceBook book() {
        return book;
    }
}
