package shop.products.mongo;

import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestMongo;
import shop.products.domain.Stores;
import shop.products.domain.StoresContract;

class MongoStoresTest extends StoresContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final TestClock clock = new TestClock(NOON);
    private final Stores stores = new MongoStores(database.getCollection("stores"), clock);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected void calm() {
        clock.advance(Duration.ofMinutes(1));
    }
}
