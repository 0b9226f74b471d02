package shop.platform.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static java.nio.charset.StandardCharsets.UTF_8;
import static shop.platform.mongo.MongoOutbox.OUTBOX;

import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.events.Event;
import shop.platform.events.Relay;

/** Events as they wait in the document that caused them. */
final class OutboxEntries {

    private static final long LONGEST_WAIT = 300; // seconds

    private OutboxEntries() {}

    static Document into(Document first, List<Event> events) {
        return new Document(first).append(OUTBOX, of(events));
    }

    static List<Document> into(List<Document> first, List<List<Event>> events) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> into(first.get(i), events.get(i)))
                .toList();
    }

    static Bson with(Bson change, List<Event> events) {
        return events.isEmpty() ? change : combine(change, pushEach(OUTBOX, of(events)));
    }

    static Stream<Event> due(Document document, Instant time) {
        return document.getList(OUTBOX, Document.class).stream()
                .filter(entry -> !entry.getDate("due").toInstant().isAfter(time))
                .map(entry -> Event.parse(entry.getString("event").getBytes(UTF_8)));
    }

    static UpdateOneModel<Document> without(String id, Event event) {
        return new UpdateOneModel<>(eq("_id", id), pull(OUTBOX, new Document("id", event.id())));
    }

    /** Twice as late as it is already. */
    static Date later(Event event, Instant now) {
        var waited = Math.max(1, now.getEpochSecond() - event.time().getEpochSecond());
        return Date.from(now.plusSeconds(Math.min(2 * waited, LONGEST_WAIT)));
    }

    private static List<Document> of(List<Event> events) {
        return events.stream()
                .map(event -> new Document("id", event.id())
                        .append("due", Date.from(event.time().plus(Relay.GRACE)))
                        .append("event", new String(event.json(), UTF_8)))
                .toList();
    }
}
