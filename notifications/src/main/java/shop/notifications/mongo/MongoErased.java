package shop.notifications.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import shop.notifications.domain.Erased;
import shop.platform.mongo.MongoRecords;

/** Erased people in MongoDB: nothing but their ids. */
public final class MongoErased implements Erased {

    private final MongoCollection<Document> documents;

    public MongoErased(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public void add(String userId) {
        MongoRecords.upserting(() -> documents.replaceOne(
                eq("_id", userId), new Document("_id", userId), new ReplaceOptions().upsert(true)));
    }

    @Override
    public boolean has(String userId) {
        return documents.find(eq("_id", userId)).first() != null;
    }
}
