package shop.platform.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestMongo;

class MongoOutboxTest {

    private final MongoCollection<Document> documents =
            TestMongo.freshDatabase().getCollection("things");
    private final InMemoryBus bus = new InMemoryBus();
    private final TestClock clock = new TestClock(NOON);
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final MongoOutbox<String> outbox =
            new MongoOutbox<>(documents, type -> new Fact("things", type, Map.of("is", type)), bus, clock);

    @AfterEach
    void close() {
        outbox.close();
        documents.drop();
    }

    private static Document thing(int version) {
        return new Document("_id", "thing-1").append("version", version);
    }

    private List<Document> waiting() {
        return documents.find(eq("_id", "thing-1")).first().getList("outbox", Document.class);
    }

    /** Waits until the one event has been offered in vain, and is due again at that time. */
    private void untoldUntil(Instant due) {
        await().untilAsserted(() -> assertThat(waiting())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getDate("due").toInstant()).isEqualTo(due)));
    }

    @Test
    void ofTwoInstancesInOneProcessTheLagIsMeasuredUntilBothAreClosed() {
        await().until(() -> lag().isPresent());
        var first = lag();
        try (var second = new MongoOutbox<String>(documents, type -> new Fact("things", type, Map.of()), bus, clock)) {
            await().untilAsserted(() -> assertThat(lag())
                    .hasValueSatisfying(gauge -> assertThat(gauge).isNotSameAs(first.orElseThrow())));
            outbox.close();
            assertThat(lag()).isPresent();
            assertThat(second.name()).isEqualTo(outbox.name());
        }
        assertThat(lag()).isEmpty();
    }

    private Optional<Gauge> lag() {
        return Optional.ofNullable(bus.meters().find("outbox.lag").gauge());
    }

    @Test
    void aChangeAndItsEventsAreOneWrite() {
        bus.subscribe("test", List.of("thing.*"), heard::add);

        outbox.insert(thing(1), List.of("thing.made"));
        outbox.replace(thing(2), List.of("thing.changed"));

        await().untilAsserted(() -> assertThat(heard)
                .extracting(Event::type, Event::sequence)
                .containsExactlyInAnyOrder(tuple("thing.made", 1), tuple("thing.changed", 2)));
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    }

    @Test
    void aGuardThatDoesNotMatchTellsNothing() {
        bus.subscribe("test", List.of("thing.*"), heard::add);
        outbox.insert(thing(1), List.of());

        assertThat(outbox.update(eq("_id", "thing-2"), inc("version", 1), "thing-2", 2, List.of("thing.changed")))
                .isFalse();
        assertThat(outbox.update(eq("_id", "thing-1"), inc("version", 1), "thing-1", 2, List.of("thing.changed")))
                .isTrue();

        await().untilAsserted(() -> assertThat(heard).hasSize(1));
    }

    @Test
    void anEventWithoutListenersWaitsLongerEachTimeAndIsNotLost() {
        outbox.insert(thing(1), List.of("thing.made"));
        untoldUntil(NOON.plusSeconds(2));

        clock.advance(Duration.ofMinutes(1));
        untoldUntil(NOON.plusSeconds(60 + 120));

        bus.subscribe("test", List.of("thing.*"), heard::add);
        clock.advance(Duration.ofMinutes(10));
        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        assertThat(heard.getFirst().time()).isEqualTo(NOON);
    }

    @Test
    void aTombstoneOfADeadProcessIsTakenAwayByAnother() {
        outbox.insert(thing(1), List.of());
        outbox.delete("thing-1", 1, List.of("thing.gone")); // nobody listens yet
        outbox.close();
        bus.subscribe("test", List.of("thing.*"), heard::add);
        clock.advance(Duration.ofMinutes(1));

        try (var another = new MongoOutbox<String>(documents, type -> new Fact("things", type, Map.of()), bus, clock)) {
            await().untilAsserted(() -> assertThat(documents.countDocuments()).isZero());
            assertThat(another.due(clock.instant(), 9)).isEmpty();
        }
        assertThat(heard).extracting(Event::type).containsExactly("thing.gone");
    }

    @Test
    void aTombstoneGoesWhenItsEventIsOut() {
        outbox.insert(thing(1), List.of());
        outbox.delete("thing-1", 1, List.of("thing.gone"));
        assertThat(documents.find(eq("_id", "thing-1")).first()).containsKey("deletedAt");
        assertThatThrownBy(() -> outbox.replace(thing(3), List.of()))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        untoldUntil(NOON.plusSeconds(2)); // else the first attempt and the sweep may both tell it

        bus.subscribe("test", List.of("thing.*"), heard::add);
        clock.advance(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(documents.countDocuments()).isZero());
        assertThat(heard).extracting(Event::type).containsExactly("thing.gone");
    }
}
