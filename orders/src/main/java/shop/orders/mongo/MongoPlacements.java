package shop.orders.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import shop.orders.domain.Placements;

/** Placements in MongoDB; their unique key is what makes two requests one. */
public final class MongoPlacements implements Placements {

    private final MongoCollection<Document> documents;

    public MongoPlacements(MongoDatabase database) {
        documents = database.getCollection("placements");
        documents.createIndex(Indexes.ascending("claimedAt"));
    }

    @Override
    public String claim(String request, String orderId, Instant now) {
        while (true) {
            var fresh = new Document("_id", request).append("orderId", orderId).append("claimedAt", Date.from(now));
            if (Writes.inserted(documents, fresh)) return orderId;
            var known = documents.find(eq("_id", request)).first();
            if (known != null) return known.getString("orderId");
        }
    }

    @Override
    public void drop(String request) {
        documents.deleteOne(eq("_id", request));
    }

    @Override
    public void sweep(Instant before) {
        documents.deleteMany(lt("claimedAt", Date.from(before)));
    }
}
