package shop.notifications.mongo;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Notifications.Query;
import shop.notifications.domain.Type;
import shop.platform.testing.Plans;

class PlansTest {

    @Test
    void everyListOfNotificationsRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var notifications = new MongoNotifications(database);
            for (var page : Plans.pages(7L)) {
                notifications.list(new Query("ann", false, Optional.empty()), page);
                notifications.list(new Query("ann", true, Optional.empty()), page);
                notifications.list(new Query("ann", false, Optional.of(Type.ORDER_PAID)), page);
                notifications.list(new Query("ann", true, Optional.of(Type.ORDER_PAID)), page);
            }
            notifications.last("ann");
            notifications.after("ann", 7, 9);
            notifications.unread("ann");
            notifications.readAll("ann", NOON);
            notifications.forget("ann");
            notifications.expire(NOON);
        });
    }

    @Test
    void devicesAndTeamsAreFoundByIndexes() {
        Plans.assertIndexed(database -> {
            var devices = new MongoDevices(database);
            devices.of("ann");
            devices.drop(List.of("t"));
            devices.forget("ann");
            new MongoTeams(database).forget("ann");
        });
    }
}
