package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static shop.products.mongo.StockUpdates.DIRTY;
import static shop.products.mongo.StockUpdates.MOVEMENTS;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.Entry;
import shop.products.domain.Hold;
import shop.products.domain.Movement;
import shop.products.domain.Stock;
import shop.products.domain.StockEvent;
import shop.products.domain.Stocks;

/**
 * Stock in MongoDB: one document for each SKU, and its ledger. A reservation is one guarded write without a look before,
 * so that hundreds who want the same SKU do not wait for each other.
 */
public final class MongoStocks implements Stocks {

    private static final String ACTOR = "actor";
    private final Documents<Stock> mapping = Documents.of(Stock.class);
    private final MongoCollection<Document> documents;
    private final MongoRecords<Stock> records;
    private final MongoOutbox<StockEvent> outbox;
    private final MongoLedger ledger;
    private final StockBatches batches;

    public MongoStocks(MongoCollection<Document> documents, MongoOutbox<StockEvent> outbox, MongoLedger ledger) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        this.outbox = outbox;
        this.ledger = ledger;
        this.batches = new StockBatches(documents, outbox, ledger);
        documents.createIndex(ascending(DIRTY), new IndexOptions().sparse(true));
        documents.createIndex(ascending("holds.expiresAt"));
        documents.createIndex(ascending(MOVEMENTS + "." + ACTOR));
    }

    @Override
    public Optional<Stock> find(String id) {
        return records.find(id);
    }

    @Override
    public List<Stock> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : records.list(in("_id", ids), ids.size());
    }

    @Override
    public void open(Stock first) {
        try {
            MongoRecords.unique(() -> outbox.insert(mapping.write(first), List.of()), () -> Failure.stale(first.id()));
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure; // else somebody has opened it in this moment
        }
    }

    @Override
    public boolean hold(String id, Hold hold) {
        var enough = and(eq("_id", id), gte("available", hold.quantity()), ne("holds.key", hold.key()));
        return touch(enough, HoldUpdates.taking(hold));
    }

    @Override
    public void extend(String id, Hold hold) {
        documents.updateOne(
                and(eq("_id", id), eq("holds.key", hold.key())),
                set("holds.$[hold].expiresAt", Date.from(hold.expiresAt())),
                new UpdateOptions().arrayFilters(List.of(eq("hold.key", hold.key()))));
    }

    @Override
    public boolean release(String id, Hold hold) {
        return touch(HoldUpdates.held(id, hold), inc("available", hold.quantity()), HoldUpdates.leaving(hold));
    }

    @Override
    public boolean sell(String id, Hold hold, Movement sale) {
        return touch(
                HoldUpdates.held(id, hold),
                inc("onHand", sale.delta()),
                inc("sold", sale.sold()),
                HoldUpdates.leaving(hold),
                push(MOVEMENTS, StockUpdates.write(sale)));
    }

    @Override
    public boolean openAll(List<Stock> first) {
        return batches.open(first);
    }

    @Override
    public boolean move(Stock seen, Movement movement) {
        return touch(StockUpdates.unmoved(seen, movement), StockUpdates.moving(movement));
    }

    @Override
    public boolean moveAll(List<Move> moves) {
        return batches.move(moves);
    }

    private boolean touch(Bson guard, Bson... changes) {
        return documents.updateOne(guard, StockUpdates.touching(changes)).getMatchedCount() == 1;
    }

    @Override
    public boolean knows(String movementId) {
        return ledger.knows(movementId);
    }

    @Override
    public void threshold(String id, int threshold) {
        documents.updateOne(eq("_id", id), StockUpdates.touching(set("threshold", threshold)));
    }

    @Override
    public boolean settle(Stock seen, List<StockEvent> events) {
        ledger.enter(seen.entries(), seen.drained()); // first: what crashes in between is entered again, to no effect
        var change = StockUpdates.settled(seen);
        var still = and(StockUpdates.known(seen), eq("touched", seen.touched()));
        int next = seen.version() + 1;
        return outbox.update(still, combine(change, unset(DIRTY)), seen.productId(), next, events)
                || outbox.update(StockUpdates.known(seen), change, seen.productId(), next, events);
    }

    @Override
    public boolean settleAll(List<Settlement> settlements) {
        return batches.settle(settlements);
    }

    @Override
    public List<String> unsettled(int limit) {
        return records.list(eq(DIRTY, true), limit).stream().map(Stock::id).toList();
    }

    @Override
    public List<Stock> heldBefore(Instant time, int limit) {
        return records.list(lt("holds.expiresAt", Date.from(time)), limit);
    }

    @Override
    public Page<Entry> ledger(String productId, Page.Request request) {
        return ledger.page(productId, request);
    }

    @Override
    public List<Entry> movedBy(String userId, int limit) {
        return ledger.movedBy(userId, limit);
    }

    @Override
    public void rename(String userId, String name) {
        var named = eq(MOVEMENTS + "." + ACTOR, userId);
        documents.updateMany(
                named,
                set(MOVEMENTS + ".$[move].actor", name),
                new UpdateOptions().arrayFilters(List.of(eq("move.actor", userId))));
        ledger.rename(userId, name);
    }
}
