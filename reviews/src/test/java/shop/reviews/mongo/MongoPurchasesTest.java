package shop.reviews.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.reviews.domain.Purchases;
import shop.reviews.domain.PurchasesContract;

class MongoPurchasesTest extends PurchasesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Purchases purchases = new MongoPurchases(database.getCollection("purchases"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Purchases purchases() {
        return purchases;
    }
}
