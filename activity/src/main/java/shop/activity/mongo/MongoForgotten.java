package shop.activity.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import shop.activity.domain.Forgotten;
import shop.platform.mongo.MongoRecords;

/** Those who have gone, by their ids, in MongoDB. */
public final class MongoForgotten implements Forgotten {

    private final MongoCollection<Document> documents;

    public MongoForgotten(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public void add(String person, Instant at) {
        MongoRecords.upserting(() -> documents.updateOne(
                eq("_id", person), setOnInsert("at", Date.from(at)), new UpdateOptions().upsert(true)));
    }

    @Override
    public List<String> among(List<String> people) {
        return documents
                .find(in("_id", people))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }
}
