package shop.email.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.email.domain.Contacts;
import shop.email.domain.ContactsContract;
import shop.platform.testing.TestMongo;

class MongoContactsTest extends ContactsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Contacts contacts = new MongoContacts(database.getCollection("contacts"));

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Contacts contacts() {
        return contacts;
    }
}
