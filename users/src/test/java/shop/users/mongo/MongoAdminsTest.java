package shop.users.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestMongo;
import shop.users.domain.Admins;
import shop.users.domain.AdminsContract;

class MongoAdminsTest extends AdminsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Admins admins = new MongoAdmins(database.getCollection("rosters"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Admins admins() {
        return admins;
    }
}
