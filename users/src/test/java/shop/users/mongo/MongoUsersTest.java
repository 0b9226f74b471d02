package shop.users.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.users.domain.UserEvent;
import shop.users.domain.Users;
import shop.users.domain.UsersContract;
import shop.users.events.UserWire;

class MongoUsersTest extends UsersContract {

    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryBus bus = new InMemoryBus();
    private final MongoDatabase database = TestMongo.freshDatabase();
    private final UserWire wire = new UserWire(Secret.of("test"));
    private final MongoOutbox<UserEvent> outbox =
            new MongoOutbox<>(database.getCollection("users"), wire::fact, bus, Clock.fixed(NOON, UTC));
    private final Users users = new MongoUsers(database.getCollection("users"), outbox);

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("#"), event -> told.incrementAndGet());
    }

    @AfterEach
    void stop() {
        outbox.close();
        database.drop();
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected int told() {
        return told.get();
    }
}
