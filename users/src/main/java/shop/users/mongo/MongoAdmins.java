package shop.users.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.mongo.MongoRecords;
import shop.users.domain.Admins;

/**
 * The roster of admins in one document, so that joining and leaving are one guarded write each: who is counted, and at
 * which version those have left who may still be admins for a moment.
 */
public final class MongoAdmins implements Admins {

    private static final Bson ROSTER = eq("_id", "admins");

    private final MongoCollection<Document> rosters;

    public MongoAdmins(MongoCollection<Document> rosters) {
        this.rosters = rosters;
        MongoRecords.upserting(
                () -> rosters.updateOne(ROSTER, setOnInsert("userIds", List.of()), new UpdateOptions().upsert(true)));
    }

    @Override
    public boolean join(String userId, int version) {
        var left = left(userId);
        var fresh = and(ROSTER, or(exists(left, false), lt(left, version)));
        return changes(fresh, combine(addToSet("userIds", userId), unset(left)));
    }

    @Override
    public boolean leave(String userId, int version) {
        var going = combine(pull("userIds", userId), max(left(userId), version));
        var counted = and(ROSTER, eq("userIds", userId), exists("userIds.1"));
        var uncounted = and(ROSTER, ne("userIds", userId), exists("userIds.0"));
        return changes(counted, going) || changes(uncounted, going);
    }

    private boolean changes(Bson guard, Bson change) {
        return rosters.updateOne(guard, change).getMatchedCount() == 1;
    }

    private static String left(String userId) {
        return "left." + userId;
    }
}
