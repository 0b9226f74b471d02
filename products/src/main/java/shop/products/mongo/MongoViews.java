package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.View;
import shop.products.domain.ViewEvent;
import shop.products.domain.Views;

/** Views in MongoDB: one document for each person and product, overwritten when they look again. */
public final class MongoViews implements Views {

    /** A view with an id of its own. */
    record Kept(String id, String userId, String productId, String storeId, Instant at, int version) {

        View view() {
            return new View(userId, productId, storeId, at);
        }
    }

    private static final MongoRecords.Order NEWEST_FIRST = new MongoRecords.Order("at", true);
    private static final int SURPLUS = 50;

    private final Documents<Kept> mapping = Documents.of(Kept.class);
    private final MongoCollection<Document> documents;
    private final MongoRecords<Kept> records;
    private final MongoOutbox<ViewEvent> outbox;

    public MongoViews(MongoCollection<Document> documents, MongoOutbox<ViewEvent> outbox) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        this.outbox = outbox;
        documents.createIndex(compoundIndex(ascending("userId"), descending("at", "_id")));
    }

    /** The id of the view that an event is about. */
    public static String id(String userId, String productId) {
        return userId + ":" + productId;
    }

    @Override
    public void keep(View view, int most) {
        var id = id(view.userId(), view.productId());
        var before = records.find(id);
        if (before.isEmpty()) {
            first(new Kept(id, view.userId(), view.productId(), view.storeId(), view.at(), 0));
            trim(view.userId(), most);
        }
        int next = before.map(Kept::version).orElse(0) + 1;
        var told = List.<ViewEvent>of(new ViewEvent.Viewed(view.productId(), view.storeId(), view.userId()));
        var same = and(eq("_id", id), eq("version", next - 1));
        var change = combine(set("at", Date.from(view.at())), inc("version", 1));
        outbox.update(same, change, view.productId(), next, told); // if not, the same person looks twice at once
    }

    private void first(Kept view) {
        try {
            MongoRecords.unique(() -> documents.insertOne(mapping.write(view)), () -> Failure.stale(view.id()));
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure; // else it is there already, which is all we want
        }
    }

    private void trim(String userId, int most) {
        var newest = records.page(eq("userId", userId), NEWEST_FIRST, Page.Request.first(most + SURPLUS));
        var surplus = newest.items().stream().skip(most).map(Kept::id).toList();
        if (surplus.isEmpty()) return;
        // what is not told yet stays for the next time
        documents.deleteMany(and(in("_id", surplus), or(size("outbox", 0), exists("outbox", false))));
    }

    @Override
    public Page<View> of(String userId, Page.Request request) {
        return records.page(eq("userId", userId), NEWEST_FIRST, request).map(Kept::view);
    }

    @Override
    public void forget(String userId) {
        documents.deleteMany(eq("userId", userId));
    }
}
