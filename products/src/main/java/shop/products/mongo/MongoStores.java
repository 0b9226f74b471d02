package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.Store;
import shop.products.domain.Stores;

/** Our copies of the stores in MongoDB, and those in use in memory for a second. */
public final class MongoStores implements Stores {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(10); // longer than a request that saw the store before
    private static final int MOST = 10_000;
    private static final String SETTLED = "settled";
    private static final String HIDDEN = "hidden";

    private final Documents<Store> mapping = Documents.of(Store.class);
    private final MongoCollection<Document> documents;
    private final MongoRecords<Store> records;
    private final Clock clock;
    private final Cache<String, Store> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    private final LoadingCache<String, Set<String>> hidden;

    public MongoStores(MongoCollection<Document> documents, Clock clock) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        this.clock = clock;
        this.hidden = Caffeine.newBuilder().expireAfterWrite(FRESH).build(any -> load());
        documents.createIndex(Indexes.ascending(SETTLED, "status"));
    }

    private Set<String> load() {
        return records.list(and(eq(SETTLED, false), ne("status", "published")), MOST).stream()
                .map(Store::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Store> find(String id) {
        var fresh = known.getIfPresent(id);
        if (fresh != null) return Optional.of(fresh);
        var found = records.find(id);
        found.ifPresent(store -> known.put(id, store));
        return found;
    }

    @Override
    public boolean keep(Store store) {
        try {
            return records.find(store.id())
                    .map(before -> replace(before, store))
                    .orElseGet(() -> insert(store));
        } finally {
            known.invalidate(store.id());
            hidden.invalidateAll();
        }
    }

    private boolean insert(Store store) {
        try {
            MongoRecords.unique(
                    () -> documents.insertOne(write(store).append(SETTLED, false)), () -> Failure.stale(store.id()));
            return true;
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure;
            return keep(store); // somebody else has just heard of it
        }
    }

    private boolean replace(Store before, Store next) {
        var change = write(next);
        if (before.status() != next.status()) change.append(SETTLED, false);
        var older = and(eq("_id", next.id()), lt("sequence", next.sequence()), eq("status", name(before)));
        if (documents.updateOne(older, new Document("$set", change)).getMatchedCount() == 1) return true;
        return before.sequence() < next.sequence() && keep(next); // moved on in between: look again
    }

    private static String name(Store store) {
        return Json.name(store.status());
    }

    private Document write(Store store) {
        return mapping.write(store).append("heardAt", Date.from(clock.instant()));
    }

    @Override
    public List<Store> unsettled(int limit) {
        return records.list(eq(SETTLED, false), limit);
    }

    @Override
    public void settle(Store store) {
        var calm = Date.from(clock.instant().minus(SETTLING));
        documents.updateOne(and(same(store), lt("heardAt", calm)), set(SETTLED, true));
    }

    private static Bson same(Store store) {
        return and(eq("_id", store.id()), eq("sequence", store.sequence()));
    }

    @Override
    public Set<String> hidden() {
        return hidden.get(HIDDEN);
    }
}
