package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import shop.platform.mongo.MongoRecords;
import shop.reviews.domain.Archive;

/** Which products are archived, in MongoDB: a document for each product that was ever told of. */
public final class MongoArchive implements Archive {

    private final MongoCollection<Document> documents;

    public MongoArchive(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public void learn(String productId, boolean archived, int sequence) {
        MongoRecords.keepNewer(
                documents,
                new Document("_id", productId).append("archived", archived).append("sequence", sequence));
    }

    @Override
    public boolean has(String productId) {
        return documents.find(and(eq("_id", productId), eq("archived", true))).first() != null;
    }
}
