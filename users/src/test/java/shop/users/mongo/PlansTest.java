package shop.users.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;
import shop.users.domain.Role;
import shop.users.domain.Status;
import shop.users.domain.UserEvent;
import shop.users.domain.Users.Query;
import shop.users.events.UserWire;

class PlansTest {

    private static final Optional<Status> ACTIVE = Optional.of(Status.ACTIVE);
    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    @Test
    void everyListOfPeopleRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("users");
            var wire = new UserWire(Secret.of("test"));
            try (var outbox = new MongoOutbox<UserEvent>(documents, wire::fact, new InMemoryBus(), CLOCK)) {
                var users = new MongoUsers(documents, outbox);
                for (var page : Plans.pages("x")) {
                    users.list(new Query(Optional.empty(), Optional.empty(), Optional.empty()), page);
                    users.list(new Query(Optional.empty(), Optional.of(Role.ADMIN), Optional.empty()), page);
                    users.list(new Query(Optional.of("ann"), Optional.empty(), Optional.empty()), page);
                    users.list(new Query(Optional.of("ann@shop.test"), Optional.of(Role.ADMIN), ACTIVE), page);
                    users.list(new Query(Optional.empty(), Optional.empty(), Optional.of(Status.DISABLED)), page);
                    users.list(new Query(Optional.empty(), Optional.of(Role.ADMIN), ACTIVE), page);
                }
            }
        });
    }
}
