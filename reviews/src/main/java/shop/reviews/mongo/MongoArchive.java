package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
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
        var first = combine(setOnInsert("archived", archived), setOnInsert("sequence", sequence));
        MongoRecords.upserting(
                () -> documents.updateOne(eq("_id", productId), first, new UpdateOptions().upsert(true)));
        documents.updateOne(
                and(eq("_id", productId), lt("sequence", sequence)),
                combine(set("archived", archived), set("sequence", sequence)));
    }

    @Override
    public boolean has(String productId) {
        return documents.find(and(eq("_id", productId), eq("archived", true))).first() != null;
    }
}
