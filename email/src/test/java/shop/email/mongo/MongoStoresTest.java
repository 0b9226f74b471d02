package shop.email.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.email.domain.Stores;
import shop.email.domain.StoresContract;
import shop.platform.testing.TestMongo;

class MongoStoresTest extends StoresContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Stores stores = new MongoStores(database.getCollection("stores"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Stores stores() {
        return stores;
    }
}
