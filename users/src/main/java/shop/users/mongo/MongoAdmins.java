package shop.users.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.mongo.MongoRecords;
import shop.users.domain.Admins;

/** The roster of admins in one document, so that leaving it is one guarded write. */
public final class MongoAdmins implements Admins {

    private static final Bson ROSTER = eq("_id", "admins");

    private final MongoCollection<Document> rosters;

    public MongoAdmins(MongoCollection<Document> rosters) {
        this.rosters = rosters;
    }

    @Override
    public void join(String userId) {
        MongoRecords.upserting(
                () -> rosters.updateOne(ROSTER, addToSet("userIds", userId), new UpdateOptions().upsert(true)));
    }

    @Override
    public boolean leave(String userId) {
        var another = and(ROSTER, eq("userIds", userId), exists("userIds.1"));
        if (rosters.updateOne(another, pull("userIds", userId)).getMatchedCount() == 1) return true;
        // somebody a crash has taken off already may go when anybody is left
        return rosters.countDocuments(and(ROSTER, ne("userIds", userId), exists("userIds.0"))) == 1;
    }
}
