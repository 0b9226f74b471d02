package shop.products.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.products.domain.ViewEvent;
import shop.products.domain.Views;
import shop.products.domain.ViewsContract;
import shop.products.events.ViewWire;

class MongoViewsTest extends ViewsContract {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoCollection<Document> documents = database.getCollection("views");
    private final InMemoryBus bus = new InMemoryBus();
    private final MongoOutbox<ViewEvent> outbox =
            new MongoOutbox<>(documents, ViewWire::fact, bus, Clock.fixed(NOON, UTC), ViewWire::home);
    private final Views views = new MongoViews(documents, outbox);

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("#"), event -> {});
    }

    @AfterEach
    void stop() {
        outbox.close();
        database.drop();
    }

    @Override
    protected Views views() {
        return views;
    }
}
