package shop.email.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import shop.email.domain.Address;
import shop.email.domain.Store;
import shop.email.domain.Stores;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** Copies of stores in MongoDB. */
public final class MongoStores implements Stores {

    private final MongoCollection<Document> documents;
    private final Documents<Store> mapping = Documents.of(Store.class);
    private final MongoRecords<Store> records;

    public MongoStores(MongoCollection<Document> documents) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(ascending("contactKey"));
    }

    @Override
    public Optional<Store> find(String storeId) {
        return records.find(storeId);
    }

    @Override
    public void forget(Address contact) {
        documents.updateMany(eq("contactKey", contact.key()), combine(set("contactEmail", null), unset("contactKey")));
    }

    @Override
    public void put(Store store) {
        MongoRecords.keepNewer(documents, write(store));
    }

    private Document write(Store store) {
        var document = mapping.write(store);
        store.contactEmail().ifPresent(email -> document.append("contactKey", email.toLowerCase(Locale.ROOT)));
        return document;
    }
}
