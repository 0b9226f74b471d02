package shop.orders.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.orders.domain.Stores;
import shop.orders.domain.StoresContract;
import shop.platform.testing.TestMongo;

class MongoStoresTest extends StoresContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Stores stores = new MongoStores(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Stores stores() {
        return stores;
    }
}
