package shop.products.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.Entry;
import shop.products.domain.Movement;
import shop.products.domain.MovementType;

/** The movements of all stock: entered once, by their id, and never changed; only a person's name can go. */
public final class MongoLedger {

    /** A movement as it is kept; {@code place} puts those of the same millisecond in the order they happened. */
    record Kept(
            String id,
            String productId,
            String sku,
            MovementType type,
            int delta,
            int onHandAfter,
            Optional<String> reason,
            String actor,
            Optional<String> orderId,
            Instant at,
            long place) {

        static Kept of(Entry entry, int number) {
            var movement = entry.movement();
            return new Kept(
                    movement.id(),
                    entry.productId(),
                    entry.sku(),
                    movement.type(),
                    movement.delta(),
                    entry.onHandAfter(),
                    movement.reason(),
                    movement.actor(),
                    movement.orderId(),
                    movement.at(),
                    movement.at().toEpochMilli() * 1_000 + number % 1_000);
        }

        Entry entry() {
            return new Entry(productId, sku, new Movement(id, type, delta, reason, actor, orderId, at), onHandAfter);
        }
    }

    private final Documents<Kept> mapping = Documents.of(Kept.class);
    private final MongoCollection<Document> documents;
    private final MongoRecords<Kept> records;

    public MongoLedger(MongoCollection<Document> documents) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(compoundIndex(ascending("productId"), descending("place", "_id")));
        documents.createIndex(compoundIndex(ascending("actor"), descending("_id")));
    }

    /**
     * Enters what is not there yet.
     *
     * @param first how many entries of the same stock there are before these
     */
    void enter(List<Entry> entries, int first) {
        enter(kept(entries, first));
    }

    List<Document> kept(List<Entry> entries, int first) {
        var kept = new ArrayList<Document>();
        for (var entry : entries) kept.add(mapping.write(Kept.of(entry, first + kept.size())));
        return kept;
    }

    void enter(List<Document> kept) {
        MongoRecords.insertMissing(documents, kept);
    }

    boolean knows(String movementId) {
        return records.find(movementId).isPresent();
    }

    Page<Entry> page(String productId, Page.Request request) {
        return records.page(eq("productId", productId), new MongoRecords.Order("place", true), request)
                .map(Kept::entry);
    }

    List<Entry> movedBy(String userId, int limit) {
        return documents
                .find(eq("actor", userId))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(mapping::read)
                .map(Kept::entry)
                .into(new ArrayList<>());
    }

    void rename(String userId, String name) {
        documents.updateMany(eq("actor", userId), set("actor", name));
    }
}
