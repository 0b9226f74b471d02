package shop.orders.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.orders.domain.Placements;
import shop.orders.domain.PlacementsContract;
import shop.platform.testing.TestMongo;

class MongoPlacementsTest extends PlacementsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Placements placements = new MongoPlacements(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Placements placements() {
        return placements;
    }
}
