package shop.notifications.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.notifications.domain.Devices;
import shop.notifications.domain.DevicesContract;
import shop.platform.testing.TestMongo;

class MongoDevicesTest extends DevicesContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Devices devices = new MongoDevices(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Devices devices() {
        return devices;
    }
}
