package shop.orders;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static shop.orders.House.TEA;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.orders.domain.InMemoryCatalogue;
import shop.orders.domain.Neighbours;
import shop.platform.Money;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.InMemoryBus.Crash;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;

/** Saving and telling are one write: what a process leaves untold when it dies, the next one tells. */
class OrdersCrashTest {

    private static final Instant LATER = NOON.plusSeconds(60);

    private final String prefix = TestMongo.freshName() + "-";
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue().with("tea", "sto_1", new Money(499, "EUR"), 10);

    @AfterEach
    void drop() {
        for (var name : List.of("orders", "server")) {
            TestMongo.CLIENT.getDatabase(prefix + name).drop();
        }
    }

    @Test
    void anEventSurvivesACrashBetweenWriteAndPublish() {
        var id = placeAndDie(Crash.BEFORE_DELIVERY);
        assertThat(heard).isEmpty();

        try (var _ = process(Crash.NEVER, LATER)) {
            await().untilAsserted(() -> assertThat(heard).hasSize(1));
        }
        assertThat(heard.getFirst().type()).isEqualTo("order.placed");
        assertThat(heard.getFirst().subject()).isEqualTo(id);
        assertThat(heard.getFirst().time()).isEqualTo(NOON);
    }

    @Test
    void aCrashBetweenPublishAndItsConfirmationRepeatsTheSameEvent() {
        placeAndDie(Crash.AFTER_DELIVERY);

        try (var _ = process(Crash.NEVER, LATER)) {
            await().untilAsserted(() -> assertThat(heard).hasSize(2));
        }
        assertThat(heard.getLast()).isEqualTo(heard.getFirst()); // the same id: its reader can tell it is a repeat
    }

    @Test
    void aLaterChangeDoesNotForgetAnEarlierEvent() {
        try (var server = process(Crash.BEFORE_DELIVERY, NOON)) {
            new Client(server.port(), "ann").post("/orders/" + place(server) + "/cancel", """
                    {"reason": "changed my mind"}""");
        }

        try (var _ = process(Crash.NEVER, LATER)) {
            await().untilAsserted(() -> assertThat(heard)
                    .extracting(Event::type, Event::sequence)
                    .containsExactly(tuple("order.placed", 1), tuple("order.cancelled", 2)));
        }
    }

    @Test
    void whatHasBeenToldIsNotToldAgain() {
        try (var server = process(Crash.NEVER, NOON)) {
            place(server);
            await().untilAsserted(() -> assertThat(waiting()).isZero());
        }
        try (var _ = process(Crash.NEVER, LATER)) {
            await().untilAsserted(() -> assertThat(waiting()).isZero());
        }
        assertThat(heard).hasSize(1);
    }

    private String placeAndDie(Crash crash) {
        try (var server = process(crash, NOON)) {
            var id = place(server);
            if (crash == Crash.AFTER_DELIVERY) await().until(() -> !heard.isEmpty());
            return id;
        }
    }

    private Server process(Crash crash, Instant now) {
        var bus = new InMemoryBus(crash);
        bus.subscribe("test", List.of("order.*"), heard::add);
        return Server.start(TestPlatform.at(now, bus, Map.of("DATABASE_PREFIX", prefix)), 0, List.of(this::open));
    }

    private Service open(Platform platform) {
        var service = new Service("orders", "/orders");
        var neighbours = new Neighbours(
                catalogue,
                (user, id) -> Optional.empty(),
                id -> Optional.empty(),
                OrdersApp.sandbox(service, platform));
        return OrdersApp.wire(service, OrdersApp.books(service, platform), neighbours, platform);
    }

    private static String place(Server server) {
        return new Client(server.port(), "ann")
                .post("/orders", House.order("card", TEA), "Idempotency-Key", "one")
                .text("id");
    }

    private long waiting() {
        return TestMongo.CLIENT
                .getDatabase(prefix + "orders")
                .getCollection("orders")
                .countDocuments(exists("outbox.0"));
    }
}
