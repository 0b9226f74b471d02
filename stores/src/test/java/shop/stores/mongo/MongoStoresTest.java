package shop.stores.mongo;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;
import static shop.stores.domain.StoreFixture.called;
import static shop.stores.domain.StoreFixture.event;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.stores.domain.StoreEvent;
import shop.stores.domain.Stores;
import shop.stores.domain.StoresContract;
import shop.stores.events.StoreWire;

class MongoStoresTest extends StoresContract {

    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryBus bus = new InMemoryBus();
    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoOutbox<StoreEvent> outbox =
            new MongoOutbox<>(database.getCollection("stores"), StoreWire::fact, bus, Clock.fixed(NOON, UTC));
    private final Stores stores = new MongoStores(database.getCollection("stores"), outbox);

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
    protected Stores stores() {
        return stores;
    }

    @Override
    protected int told() {
        return told.get();
    }

    @Test
    void noCharacterIsKeptInHalves() {
        var name = "a\ud835\udcc9\ud835\udcc9\ud835\udcc9"; // 4 letters, of which 3 are pairs
        var store = called(name);
        stores.add(store, event(StoreEvent.Kind.CREATED, store));

        var kept =
                Objects.requireNonNull(database.getCollection("stores").find().first());
        assertThat(kept.getList("beginnings", String.class))
                .contains(name)
                .doesNotContain("a\ud835\udcc9\ud835\udcc9?");
    }
}
