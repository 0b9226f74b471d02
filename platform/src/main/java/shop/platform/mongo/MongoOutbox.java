package shop.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.platform.events.Fact;
import shop.platform.events.Outbox;
import shop.platform.events.Relay;

/**
 * The events inside the documents that caused them: a change and its news are one atomic write. A document has an
 * {@code _id} and a {@code version}; this class alone knows its fields {@code outbox} and {@code deletedAt}.
 */
public final class MongoOutbox<E> implements Outbox, AutoCloseable {

    static final String DELETED = "deletedAt";

    static final String OUTBOX = "outbox";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> documents;
    private final Function<E, Fact> wire;
    private final Clock clock;
    private final Function<Event, String> home;
    private final Set<String> tombstones = ConcurrentHashMap.newKeySet();
    private final Relay relay;

    public MongoOutbox(MongoCollection<Document> documents, Function<E, Fact> wire, EventBus bus, Clock clock) {
        this(documents, wire, bus, clock, Event::subject);
    }

    /**
     * For documents whose events are about something larger than the document: a SKU's stock tells of its product.
     *
     * @param home the id of the document that holds an event
     */
    public MongoOutbox(
            MongoCollection<Document> documents,
            Function<E, Fact> wire,
            EventBus bus,
            Clock clock,
            Function<Event, String> home) {
        this.documents = documents;
        this.wire = wire;
        this.clock = clock;
        this.home = home;
        documents.createIndex(ascending(OUTBOX + ".due"), new IndexOptions().sparse(true));
        relay = new Relay(this, bus, clock);
    }

    public void insert(Document first, List<E> causes) {
        var events = events(first.getString("_id"), first.getInteger("version"), causes);
        documents.insertOne(OutboxEntries.into(first, events));
        relay.offer(events);
    }

    /** Those of many that a unique index refuses, by their place; the others are there, with what they cause. */
    public Set<Integer> insertAll(List<Document> first, List<List<E>> causes) {
        var events = IntStream.range(0, first.size())
                .mapToObj(
                        i -> events(first.get(i).getString("_id"), first.get(i).getInteger("version"), causes.get(i)))
                .toList();
        var refused = MongoRecords.insertMissing(documents, OutboxEntries.into(first, events));
        for (int i = 0; i < first.size(); i++) if (!refused.contains(i)) relay.offer(events.get(i));
        return refused;
    }

    /**
     * Many guarded changes, as {@link #update} makes one of them; false when not every guard matched. It is not known then
     * which did not, so nothing is told at once: events of those that did are swept up.
     */
    public boolean updateAll(List<Change<E>> changes) {
        if (changes.isEmpty()) return true;
        var all = new ArrayList<Event>();
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var each : changes) {
            var events = events(each.subject(), each.version(), each.causes());
            writes.add(new UpdateOneModel<>(each.guard(), OutboxEntries.with(each.change(), events)));
            all.addAll(events);
        }
        if (documents.bulkWrite(writes, UNORDERED).getMatchedCount() != changes.size()) return false;
        relay.offer(all);
        return true;
    }

    /** Writes the next version over the one before it; stale when that one is no longer there. */
    public void replace(Document next, List<E> causes) {
        var change = Change.to(next, causes);
        if (!update(change.guard(), change.change(), change.subject(), change.version(), causes)) {
            throw Failure.stale(change.subject());
        }
    }

    /**
     * Any guarded change of one document, with what it causes; false when the guard did not match, and then nothing is
     * told.
     *
     * @param subject what the events are about: the document's id, or something larger it is part of
     * @param version the one that the change leads to: the sequence of the events
     */
    public boolean update(Bson guard, Bson change, String subject, int version, List<E> causes) {
        var events = events(subject, version, causes);
        var done =
                documents.updateOne(guard, OutboxEntries.with(change, events)).getMatchedCount() == 1;
        if (done) relay.offer(events);
        return done;
    }

    /** Leaves a tombstone that nobody reads, until its events are out. Stale when this is not the version there. */
    public void delete(String id, int version, List<E> causes) {
        var there = and(eq("_id", id), eq("version", version), exists(DELETED, false));
        var tombstone = combine(set(DELETED, Date.from(clock.instant())), inc("version", 1));
        tombstones.add(id);
        if (!update(there, tombstone, id, version + 1, causes)) throw Failure.stale(id);
    }

    @Override
    public String name() {
        return documents.getNamespace().getFullName();
    }

    /** In the order of the index, which is by time: to ask for that order would sort, as the field is in an array. */
    @Override
    public List<Event> due(Instant time, int limit) {
        var found = documents
                .find(lte(OUTBOX + ".due", Date.from(time)))
                .projection(include(OUTBOX, DELETED))
                .limit(limit)
                .into(new ArrayList<>());
        for (var document : found) if (document.containsKey(DELETED)) tombstones.add(document.getString("_id"));
        return found.stream()
                .flatMap(document -> OutboxEntries.due(document, time))
                .toList();
    }

    @Override
    public void remove(List<Event> told) {
        if (told.isEmpty()) return;
        documents.bulkWrite(told.stream()
                .map(event -> OutboxEntries.without(home.apply(event), event))
                .toList());
        // most events are of documents that live on, so those that do not are remembered instead of looked for
        var homes =
                told.stream().map(home).distinct().filter(tombstones::contains).toList();
        if (homes.isEmpty()) return;
        var gone = documents.deleteMany(and(in("_id", homes), exists(DELETED), size(OUTBOX, 0)));
        if (gone.getDeletedCount() == homes.size()) homes.forEach(tombstones::remove);
    }

    @Override
    public void postpone(List<Event> untold, Instant now) {
        for (var event : untold) {
            documents.updateOne(
                    and(eq("_id", home.apply(event)), eq(OUTBOX + ".id", event.id())), // else there may be no array
                    set(OUTBOX + ".$[entry].due", OutboxEntries.later(event, now)),
                    new UpdateOptions().arrayFilters(List.of(eq("entry.id", event.id()))));
        }
    }

    @Override
    public void close() {
        relay.close();
    }

    private List<Event> events(String subject, int version, List<E> causes) {
        var now = clock.instant();
        return causes.stream()
                .map(cause -> Event.about(subject, version, wire.apply(cause), now))
                .toList();
    }
}
