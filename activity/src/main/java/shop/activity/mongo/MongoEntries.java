package shop.activity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.activity.domain.Actor;
import shop.activity.domain.Criteria;
import shop.activity.domain.Entries;
import shop.activity.domain.Entry;
import shop.activity.domain.Kind;
import shop.platform.Page;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.platform.mongo.MongoRecords.Order;

/** Entries in MongoDB, both kinds in one collection, so that a list of everything is one walk along one index. */
public final class MongoEntries implements Entries {

    static final Documents<Entry> MAPPING = Documents.of(Entry.class);

    /** Small enough for a slow reader to come back for more before the database takes the cursor for abandoned. */
    static final int BATCH = 500;

    private static final String WHEN = "occurredAt";
    private static final String DEVICE = "fact.actor.anonymousId";
    private static final Order NEWEST_FIRST = new Order(WHEN, true);
    private static final List<String> FILTERS =
            List.of("kind", "fact.actor.id", "fact.target.id", "fact.type", "people");

    private final MongoCollection<Document> documents;
    private final MongoRecords<Entry> records;

    public MongoEntries(MongoCollection<Document> documents) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, MAPPING);
        var newest = Indexes.descending(WHEN, "_id");
        documents.createIndex(newest);
        for (var field : FILTERS) documents.createIndex(Indexes.compoundIndex(Indexes.ascending(field), newest));
        documents.createIndex(Indexes.ascending(DEVICE));
        documents.createIndex(
                Indexes.ascending("eventId"), new IndexOptions().unique(true).sparse(true));
        documents.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public Page<Entry> list(Criteria criteria, Page.Request request) {
        return records.page(filter(criteria), NEWEST_FIRST, request);
    }

    @Override
    public void each(Criteria criteria, Consumer<Entry> visitor) {
        documents
                .find(filter(criteria))
                .sort(Indexes.descending(WHEN, "_id"))
                .batchSize(BATCH)
                .map(MAPPING::read)
                .forEach(visitor);
    }

    @Override
    public int add(List<Entry> behaviour) {
        return Inserts.countNew(
                documents, behaviour.stream().map(MAPPING::write).toList());
    }

    @Override
    public List<String> devicesOf(String person) {
        return documents
                .distinct(DEVICE, and(eq("people", person), ne(DEVICE, null)), String.class)
                .into(new ArrayList<>());
    }

    @Override
    public void forgetDevices(List<String> devices) {
        var unsigned = and(in(DEVICE, devices), eq("fact.actor.kind", Json.name(Actor.Role.ANONYMOUS)));
        documents.updateMany(unsigned, combine(anonymous(), nowhere()));
    }

    @Override
    public void forget(String person) {
        documents.updateMany(eq("people", person), nowhere());
        documents.updateMany(and(eq("people", person), eq("kind", Json.name(Kind.BEHAVIOUR))), anonymous());
    }

    private static Bson nowhere() {
        return set("origin", new Document());
    }

    private static Bson anonymous() {
        return combine(
                set("people", List.of()),
                set("fact.actor", new Document("kind", Json.name(Actor.Role.ANONYMOUS))),
                set("fact.data", "{}"));
    }

    @Override
    public void sweep(Instant now) {
        documents.deleteMany(lte("expiresAt", Date.from(now)));
    }

    private static Bson filter(Criteria criteria) {
        var all = new ArrayList<Bson>();
        criteria.kind().ifPresent(kind -> all.add(eq("kind", Json.name(kind))));
        criteria.actor().ifPresent(id -> all.add(eq("fact.actor.id", id)));
        criteria.target().ifPresent(id -> all.add(eq("fact.target.id", id)));
        criteria.type().ifPresent(type -> all.add(eq("fact.type", type)));
        criteria.person().ifPresent(id -> all.add(eq("people", id)));
        criteria.from().ifPresent(from -> all.add(gte(WHEN, Date.from(from))));
        criteria.to().ifPresent(to -> all.add(lt(WHEN, Date.from(to))));
        return all.isEmpty() ? empty() : and(all);
    }
}
