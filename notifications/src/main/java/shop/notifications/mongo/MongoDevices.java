package shop.notifications.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import shop.notifications.domain.Device;
import shop.notifications.domain.Devices;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;

/** Devices in MongoDB: a document each; a token stands for one of them only. */
public final class MongoDevices implements Devices {

    private static final int MOST = 20;

    private final MongoCollection<Document> documents;
    private final Documents<Device> mapping = Documents.of(Device.class);

    public MongoDevices(MongoDatabase database) {
        documents = database.getCollection("devices");
        documents.createIndex(ascending("token"), new IndexOptions().unique(true));
        documents.createIndex(compoundIndex(ascending("userId"), descending("createdAt")));
    }

    @Override
    public Device add(Device device) {
        var stolen = and(eq("token", device.token()), new Document("userId", new Document("$ne", device.userId())));
        documents.deleteOne(stolen); // somebody else signed in on the same phone
        var kept = MongoRecords.upserting(() -> documents.findOneAndUpdate(
                eq("token", device.token()),
                combine(
                        set("userId", device.userId()),
                        set("platform", mapping.write(device).get("platform")),
                        setOnInsert("_id", device.id()),
                        setOnInsert("createdAt", Date.from(device.createdAt()))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return mapping.read(Objects.requireNonNull(kept));
    }

    @Override
    public List<Device> of(String userId) {
        return documents
                .find(eq("userId", userId))
                .sort(descending("createdAt"))
                .limit(MOST)
                .map(mapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean remove(String userId, String id) {
        return documents.deleteOne(and(eq("_id", id), eq("userId", userId))).getDeletedCount() == 1;
    }

    @Override
    public void drop(List<String> deadTokens) {
        documents.deleteMany(in("token", deadTokens));
    }

    @Override
    public void forget(String userId) {
        documents.deleteMany(eq("userId", userId));
    }
}
