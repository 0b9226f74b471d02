package shop.orders.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;
import shop.orders.domain.Cart;
import shop.orders.domain.Carts;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** Carts in MongoDB: one document for each customer. */
public final class MongoCarts implements Carts {

    private final MongoCollection<Document> documents;
    private final Documents<Cart> mapping = Documents.of(Cart.class);
    private final MongoRecords<Cart> records;

    public MongoCarts(MongoDatabase database) {
        documents = database.getCollection("carts");
        records = new MongoRecords<>(documents, mapping);
    }

    @Override
    public Optional<Cart> find(String customerId) {
        return records.find(customerId);
    }

    @Override
    public boolean keep(Cart next) {
        var before = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return next.version() == 1
                ? Writes.inserted(documents, mapping.write(next))
                : documents.replaceOne(before, mapping.write(next)).getMatchedCount() == 1;
    }

    @Override
    public void delete(String customerId) {
        documents.deleteOne(eq("_id", customerId));
    }
}
