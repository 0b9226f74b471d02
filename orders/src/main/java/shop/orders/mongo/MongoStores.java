package shop.orders.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.orders.domain.Store;
import shop.orders.domain.Stores;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** What orders knows of stores, in MongoDB. */
public final class MongoStores implements Stores {

    private final MongoCollection<Document> documents;
    private final Documents<Store> mapping = Documents.of(Store.class);
    private final MongoRecords<Store> records;

    public MongoStores(MongoDatabase database) {
        documents = database.getCollection("stores");
        records = new MongoRecords<>(documents, mapping);
    }

    @Override
    public Optional<Store> find(String id) {
        return records.find(id);
    }

    @Override
    public List<Store> among(Collection<String> ids) {
        return records.list(in("_id", ids), ids.size());
    }

    @Override
    public void keep(Store store) {
        MongoRecords.keepNewer(documents, mapping.write(store));
    }
}
