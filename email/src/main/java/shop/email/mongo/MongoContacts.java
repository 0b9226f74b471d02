package shop.email.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import shop.email.domain.Contact;
import shop.email.domain.Contacts;
import shop.platform.Failure;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** What is known of people's addresses, in MongoDB. */
public final class MongoContacts implements Contacts {

    private final MongoCollection<Document> documents;
    private final Documents<Contact> mapping = Documents.of(Contact.class);
    private final MongoRecords<Contact> records;

    public MongoContacts(MongoCollection<Document> documents) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
    }

    @Override
    public Optional<Contact> find(String userId) {
        return records.find(userId);
    }

    @Override
    public void put(Contact next) {
        var document = mapping.write(next);
        if (next.version() == 1) {
            MongoRecords.unique(() -> documents.insertOne(document), () -> Failure.stale(next.id()));
            return;
        }
        var before = and(eq("_id", next.id()), eq("version", next.version() - 1));
        if (documents.replaceOne(before, document).getMatchedCount() == 0) throw Failure.stale(next.id());
    }
}
