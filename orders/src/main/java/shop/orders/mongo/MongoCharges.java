package shop.orders.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.orders.domain.sandbox.Charges;
import shop.orders.domain.sandbox.Transaction;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** The books of the sandbox, in MongoDB. */
public final class MongoCharges implements Charges {

    private static final String CALL = "callAt";

    private final MongoCollection<Document> documents;
    private final Documents<Transaction> mapping = Documents.of(Transaction.class);
    private final MongoRecords<Transaction> records;

    public MongoCharges(MongoDatabase database) {
        documents = database.getCollection("sandbox_charges");
        records = new MongoRecords<>(documents, mapping);
        documents.createIndex(Indexes.ascending(CALL));
    }

    @Override
    public Optional<Transaction> find(String reference) {
        return records.find(reference);
    }

    @Override
    public boolean add(Transaction charge) {
        return Writes.inserted(documents, mapping.write(charge));
    }

    @Override
    public boolean replace(Transaction next) {
        var before = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return documents.replaceOne(before, mapping.write(next)).getMatchedCount() == 1;
    }

    @Override
    public List<Transaction> toCall(Instant now, int limit) {
        return documents
                .find(lte(CALL, Date.from(now)))
                .sort(Sorts.ascending(CALL))
                .limit(limit)
                .map(mapping::read)
                .into(new ArrayList<>());
    }
}
