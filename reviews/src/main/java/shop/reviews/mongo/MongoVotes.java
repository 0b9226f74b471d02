package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.mongo.MongoRecords;
import shop.reviews.domain.Votes;

/**
 * Votes in MongoDB: a document for each review and voter. A vote is marked as {@code due} until it is counted into its
 * review; one that was taken back stays for as long as that.
 */
public final class MongoVotes implements Votes {

    static final String REVISION = "votesRevision";

    private static final String REVIEW = "reviewId";
    private static final String CHOICE = "choice";
    private static final String HELPFUL = "helpful";
    private static final String WITHDRAWN = "withdrawn";
    private static final String COUNT = "helpfulCount";
    private static final String DUE = "due";
    private static final String STAMP = "stamp";
    private static final int MOST_TRIES = 50;
    private static final int MARKS = 1_000;

    private final MongoCollection<Document> votes;
    private final MongoCollection<Document> reviews;

    public MongoVotes(MongoCollection<Document> votes, MongoCollection<Document> reviews) {
        this.votes = votes;
        this.reviews = reviews;
        votes.createIndex(ascending(REVIEW, CHOICE));
        votes.createIndex(ascending(DUE, REVIEW));
        votes.createIndex(ascending("voter"));
    }

    @Override
    public void cast(String reviewId, String voter, Optional<Boolean> helpful) {
        var choice = helpful.map(yes -> yes ? HELPFUL : "unhelpful").orElse(WITHDRAWN);
        var vote = combine(set(REVIEW, reviewId), set("voter", voter), choosing(choice));
        MongoRecords.upserting(
                () -> votes.updateOne(eq("_id", reviewId + " " + voter), vote, new UpdateOptions().upsert(true)));
    }

    @Override
    public void forget(String voter) {
        votes.updateMany(eq("voter", voter), choosing(WITHDRAWN));
    }

    /** A new stamp each time, so that nobody takes the mark of a newer choice off. */
    private static Bson choosing(String choice) {
        return combine(
                set(CHOICE, choice),
                set(DUE, true),
                set(STAMP, UUID.randomUUID().toString()));
    }

    @Override
    public List<String> due(String after, int limit) {
        return votes
                .find(and(eq(DUE, true), gt(REVIEW, after)))
                .sort(ascending(REVIEW))
                .limit(limit)
                .projection(fields(include(REVIEW), excludeId()))
                .map(vote -> vote.getString(REVIEW))
                .into(new LinkedHashSet<>())
                .stream()
                .toList();
    }

    /** When others are faster every time, the mark stays, and the vote is counted a little later. */
    @Override
    public void recount(String reviewId) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var marked = votes.find(and(eq(DUE, true), eq(REVIEW, reviewId)))
                    .projection(include(STAMP, CHOICE))
                    .limit(MARKS)
                    .into(new ArrayList<>());
            if (marked.isEmpty()) return; // somebody else has counted them too
            if (counted(reviewId)) {
                unmark(marked);
                return;
            }
        }
    }

    /** False when another count was faster: then this one may be older than that, and has to be made again. */
    private boolean counted(String reviewId) {
        var review = reviews.find(eq("_id", reviewId))
                .projection(include(REVISION, COUNT))
                .first();
        if (review == null) return true; // a vote for nothing
        var helpful = (int) votes.countDocuments(and(eq(REVIEW, reviewId), eq(CHOICE, HELPFUL)));
        var guard = and(eq("_id", reviewId), eq(REVISION, review.getInteger(REVISION)));
        var change = helpful == review.getInteger(COUNT)
                ? inc(REVISION, 1)
                : combine(set(COUNT, helpful), inc(REVISION, 1), inc("version", 1));
        return reviews.updateOne(guard, change).getMatchedCount() == 1;
    }

    private void unmark(List<Document> marked) {
        var changes = new ArrayList<WriteModel<Document>>();
        for (var vote : marked) {
            var same = and(eq("_id", vote.get("_id")), eq(STAMP, vote.get(STAMP)));
            changes.add(
                    vote.getString(CHOICE).equals(WITHDRAWN)
                            ? new DeleteOneModel<>(same)
                            : new UpdateOneModel<>(same, combine(unset(DUE), unset(STAMP))));
        }
        votes.bulkWrite(changes);
    }
}
