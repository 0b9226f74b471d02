package shop.notifications.mongo;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import shop.notifications.domain.Notification;
import shop.notifications.domain.Notifications;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.platform.mongo.MongoRecords.Order;

/** Notifications in MongoDB: one document each; a removed one leaves its number and nothing else. */
public final class MongoNotifications implements Notifications {

    private static final int MOST_COUNTED = 10_000;
    private static final Order BY_NUMBER = new Order("seq", true, true);

    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> counters;
    private final Documents<Notification> mapping = Documents.of(Notification.class);
    private final MongoRecords<Notification> records;

    public MongoNotifications(MongoDatabase database) {
        documents = database.getCollection("notifications");
        counters = database.getCollection("counters");
        records = new MongoRecords<>(documents, mapping);
        documents.createIndex(ascending("userId", "seq"), new IndexOptions().unique(true));
        documents.createIndex(compoundIndex(ascending("userId", "readAt"), descending("seq")));
        documents.createIndex(compoundIndex(ascending("userId", "type"), descending("seq")));
        documents.createIndex(ascending("createdAt"));
    }

    /** The number is the one after the last that can be seen; of two that take the same, one tries again. */
    @Override
    public Optional<Notification> add(Notification unnumbered) {
        while (true) {
            var numbered = unnumbered.numbered(last(unnumbered.userId()) + 1);
            try {
                documents.insertOne(mapping.write(numbered));
                return Optional.of(numbered);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
                if (documents.find(eq("_id", unnumbered.id())).first() != null) return Optional.empty();
            }
        }
    }

    @Override
    public long last(String userId) {
        var newest = documents
                .find(eq("userId", userId))
                .sort(descending("seq"))
                .projection(include("seq"))
                .first();
        var expired = counters.find(eq("_id", userId)).first(); // may have been later ones that came too late
        return Math.max(number(newest), number(expired));
    }

    private static long number(@Nullable Document found) {
        return found == null ? 0 : found.getLong("seq");
    }

    @Override
    public Page<Notification> list(Query query, Page.Request page) {
        var filters = new ArrayList<Bson>(List.of(eq("userId", query.userId())));
        if (query.unreadOnly()) filters.add(eq("readAt", null));
        query.type().ifPresent(type -> filters.add(eq("type", type.label())));
        return records.page(and(filters), BY_NUMBER, page);
    }

    @Override
    public List<Notification> after(String userId, long seq, int limit) {
        return documents
                .find(and(eq("userId", userId), gt("seq", seq), exists("deletedAt", false)))
                .sort(ascending("seq"))
                .limit(limit)
                .map(mapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public long unread(String userId) {
        var unread = and(eq("userId", userId), eq("readAt", null), exists("deletedAt", false));
        return documents.countDocuments(unread, new CountOptions().limit(MOST_COUNTED));
    }

    @Override
    public boolean read(String userId, String id, Instant at) {
        var unread = and(theirs(userId, id), eq("readAt", null));
        return documents.updateOne(unread, set("readAt", Date.from(at))).getMatchedCount() == 1
                || documents.find(theirs(userId, id)).first() != null;
    }

    @Override
    public void readAll(String userId, Instant at) {
        documents.updateMany(and(eq("userId", userId), eq("readAt", null)), set("readAt", Date.from(at)));
    }

    @Override
    public boolean remove(String userId, String id) {
        var removed = combine(
                set("deletedAt", Date.from(Instant.EPOCH)),
                set("readAt", Date.from(Instant.EPOCH)),
                unset("title"),
                unset("body"),
                unset("data"));
        return documents.updateOne(theirs(userId, id), removed).getMatchedCount() == 1;
    }

    private static Bson theirs(String userId, String id) {
        return and(eq("_id", id), eq("userId", userId), exists("deletedAt", false));
    }

    @Override
    public void forget(String userId) {
        documents.deleteMany(eq("userId", userId));
    }

    /** First it is noted how far everybody has come: then nothing has to be noted with every single one. */
    @Override
    public void expire(Instant olderThan) {
        var old = lt("createdAt", Date.from(olderThan));
        var furthest = documents
                .aggregate(List.of(match(old), group("$userId", Accumulators.max("seq", "$seq"))))
                .allowDiskUse(true);
        for (var found : furthest) {
            MongoRecords.upserting(() -> counters.updateOne(
                    eq("_id", found.getString("_id")),
                    max("seq", found.getLong("seq")),
                    new UpdateOptions().upsert(true)));
        }
        documents.deleteMany(old);
    }
}
