package shop.products.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.products.domain.Imports;
import shop.products.domain.ImportsContract;

class MongoImportsTest extends ImportsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Imports imports = new MongoImports(database.getCollection("imports"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Imports imports() {
        return imports;
    }
}
