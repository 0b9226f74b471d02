package shop.stores.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;
import shop.stores.domain.StoreEvent;
import shop.stores.domain.Stores.Query;
import shop.stores.events.StoreWire;

class PlansTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    @Test
    void everyListOfStoresRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("stores");
            try (var outbox = new MongoOutbox<StoreEvent>(documents, StoreWire::fact, new InMemoryBus(), CLOCK)) {
                var stores = new MongoStores(documents, outbox);
                for (var page : Plans.pages("x")) {
                    stores.published(new Query(Optional.empty(), Optional.empty()), page);
                    stores.published(new Query(Optional.empty(), Optional.of("DE")), page);
                    stores.published(new Query(Optional.of("tea"), Optional.empty()), page);
                    stores.published(new Query(Optional.of("green teahouse"), Optional.of("DE")), page);
                    stores.runBy("ann", page);
                }
                stores.findBySlug("tea");
                stores.touching("ann");
            }
        });
    }
}
