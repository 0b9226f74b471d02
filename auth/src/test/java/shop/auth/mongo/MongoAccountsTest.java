package shop.auth.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shop.auth.domain.AccountEvent;
import shop.auth.domain.Accounts;
import shop.auth.domain.AccountsContract;
import shop.auth.events.AccountWire;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;

class MongoAccountsTest extends AccountsContract {

    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryBus bus = new InMemoryBus();
    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoCollection<Document> documents = database.getCollection("accounts");
    private final MongoOutbox<AccountEvent> outbox =
            new MongoOutbox<>(documents, new AccountWire(Secret.of("test"))::fact, bus, Clock.fixed(NOON, UTC));
    private final Accounts accounts = new MongoAccounts(documents, outbox);

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
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected int told() {
        return told.get();
    }
}
