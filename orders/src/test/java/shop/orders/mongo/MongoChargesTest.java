package shop.orders.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.orders.domain.sandbox.Charges;
import shop.orders.domain.sandbox.ChargesContract;
import shop.platform.testing.TestMongo;

class MongoChargesTest extends ChargesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Charges charges = new MongoCharges(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Charges charges() {
        return charges;
    }
}
