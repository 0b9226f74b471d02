package shop.orders.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.orders.domain.Carts;
import shop.orders.domain.CartsContract;
import shop.platform.testing.TestMongo;

class MongoCartsTest extends CartsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Carts carts = new MongoCarts(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Carts carts() {
        return carts;
    }
}
