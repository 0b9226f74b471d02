package shop.notifications.mongo;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import shop.notifications.domain.Notifications;
import shop.notifications.domain.NotificationsContract;
import shop.platform.testing.TestMongo;

class MongoNotificationsTest extends NotificationsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Notifications notifications = new MongoNotifications(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    @Override
    protected Notifications notifications() {
        return notifications;
    }
}
