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
import shop.products.domain.ReservationEvent;
import shop.products.domain.Reservations;
import shop.products.domain.ReservationsContract;
import shop.products.events.ReservationWire;

class MongoReservationsTest extends ReservationsContract {

    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryBus bus = new InMemoryBus();
    private final Clock clock = Clock.fixed(NOON, UTC);
    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoCollection<Document> documents = database.getCollection("reservations");
    private final MongoOutbox<ReservationEvent> outbox =
            new MongoOutbox<>(documents, ReservationWire::fact, bus, clock);
    private final Reservations reservations = new MongoReservations(documents, outbox);

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
    protected Reservations reservations() {
        return reservations;
    }

    @Override
    protected int told() {
        return told.get();
    }
}
