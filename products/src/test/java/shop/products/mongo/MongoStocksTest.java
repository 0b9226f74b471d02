package shop.products.mongo;

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
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.products.domain.StockEvent;
import shop.products.domain.Stocks;
import shop.products.domain.StocksContract;
import shop.products.events.StockWire;

class MongoStocksTest extends StocksContract {

    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryBus bus = new InMemoryBus();
    private final Clock clock = Clock.fixed(NOON, UTC);
    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoCollection<Document> documents = database.getCollection("stocks");
    private final MongoOutbox<StockEvent> outbox =
            new MongoOutbox<>(documents, StockWire::fact, bus, clock, StockWire::home);
    private final Stocks stocks =
            new MongoStocks(documents, outbox, new MongoLedger(database.getCollection("movements")));

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
    protected Stocks stocks() {
        return stocks;
    }

    @Override
    protected int told() {
        return told.get();
    }
}
