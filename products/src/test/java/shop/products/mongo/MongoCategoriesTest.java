package shop.products.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.products.domain.Categories;
import shop.products.domain.CategoriesContract;

class MongoCategoriesTest extends CategoriesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Categories categories = new MongoCategories(database.getCollection("categories"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Categories categories() {
        return categories;
    }
}
