package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static shop.products.mongo.StockUpdates.DIRTY;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.List;
import org.bson.Document;
import shop.platform.mongo.Change;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.products.domain.Stock;
import shop.products.domain.StockEvent;
import shop.products.domain.Stocks.Move;
import shop.products.domain.Stocks.Settlement;

/** The stock of many SKUs in few writes. */
final class StockBatches {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Documents<Stock> mapping = Documents.of(Stock.class);
    private final MongoCollection<Document> documents;
    private final MongoOutbox<StockEvent> outbox;
    private final MongoLedger ledger;

    StockBatches(MongoCollection<Document> documents, MongoOutbox<StockEvent> outbox, MongoLedger ledger) {
        this.documents = documents;
        this.outbox = outbox;
        this.ledger = ledger;
    }

    /** False when one of them was there. */
    boolean open(List<Stock> first) {
        var nothing = first.stream().map(any -> List.<StockEvent>of()).toList();
        return outbox.insertAll(first.stream().map(this::write).toList(), nothing)
                .isEmpty();
    }

    private Document write(Stock first) {
        var document = mapping.write(first).append(StockUpdates.MOVEMENTS, StockUpdates.write(first.movements()));
        return first.movements().isEmpty() ? document : document.append(DIRTY, true);
    }

    /** False when one of them had moved. */
    boolean move(List<Move> moves) {
        if (moves.isEmpty()) return true;
        var writes = moves.stream()
                .map(each -> new UpdateOneModel<Document>(
                        StockUpdates.unmoved(each.seen(), each.movement()),
                        StockUpdates.touching(StockUpdates.moving(each.movement()))))
                .toList();
        return documents.bulkWrite(writes, UNORDERED).getMatchedCount() == moves.size();
    }

    /** Ledger first: what crashes in between is entered again, to no effect. */
    boolean settle(List<Settlement> settlements) {
        ledger.enter(settlements.stream()
                .map(Settlement::seen)
                .flatMap(seen -> ledger.kept(seen.entries(), seen.drained()).stream())
                .toList());
        return outbox.updateAll(settlements.stream().map(StockBatches::change).toList());
    }

    private static Change<StockEvent> change(Settlement settlement) {
        var seen = settlement.seen();
        return new Change<>(
                and(StockUpdates.known(seen), eq("touched", seen.touched())),
                combine(StockUpdates.settled(seen), unset(DIRTY)),
                seen.productId(),
                seen.version() + 1,
                settlement.events());
    }
}
