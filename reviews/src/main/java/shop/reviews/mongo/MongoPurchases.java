package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import shop.platform.mongo.MongoRecords;
import shop.reviews.domain.Purchases;

/** Purchases in MongoDB: a document for each person and product. */
public final class MongoPurchases implements Purchases {

    private final MongoCollection<Document> documents;

    public MongoPurchases(MongoCollection<Document> documents) {
        this.documents = documents;
        documents.createIndex(ascending("userId"));
    }

    @Override
    public void add(String userId, String productId) {
        MongoRecords.upserting(() -> documents.updateOne(
                eq("_id", key(userId, productId)), set("userId", userId), new UpdateOptions().upsert(true)));
    }

    @Override
    public boolean has(String userId, String productId) {
        return documents.find(eq("_id", key(userId, productId))).first() != null;
    }

    @Override
    public void forget(String userId) {
        documents.deleteMany(eq("userId", userId));
    }

    private static String key(String userId, String productId) {
        return userId + " " + productId;
    }
}
