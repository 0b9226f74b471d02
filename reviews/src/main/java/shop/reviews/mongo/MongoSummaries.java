package shop.reviews.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.platform.Failure;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.reviews.domain.Summaries;
import shop.reviews.domain.Summary;

/** Summaries in MongoDB, counted from the reviews themselves, under a version: of two counts at once one is done again. */
public final class MongoSummaries implements Summaries {

    private static final int MOST_TRIES = 20;
    private static final int MARKS = 1_000;

    private final MongoCollection<Document> reviews;
    private final MongoCollection<Document> summaries;
    private final MongoOutbox<Summary> outbox;
    private final Documents<Summary> mapping = Documents.of(Summary.class);

    public MongoSummaries(
            MongoCollection<Document> reviews, MongoCollection<Document> summaries, MongoOutbox<Summary> outbox) {
        this.reviews = reviews;
        this.summaries = summaries;
        this.outbox = outbox;
    }

    @Override
    public Summary find(String productId) {
        return Optional.ofNullable(summaries.find(eq("_id", productId)).first())
                .map(mapping::read)
                .orElseGet(() -> Summary.none(productId));
    }

    @Override
    public List<String> due(String after, int limit) {
        return reviews
                .find(and(eq(MongoReviews.DUE, true), gt("productId", after)))
                .sort(ascending("productId"))
                .limit(limit)
                .projection(fields(include("productId"), excludeId()))
                .map(review -> review.getString("productId"))
                .into(new LinkedHashSet<>())
                .stream()
                .toList();
    }

    @Override
    public void recount(String productId) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var marked = reviews.find(and(eq("productId", productId), eq(MongoReviews.DUE, true)))
                    .projection(include("version"))
                    .limit(MARKS)
                    .into(new ArrayList<>());
            if (kept(find(productId), productId)) {
                unmark(marked);
                return;
            }
        }
        throw new IllegalStateException("the summary of " + productId + " changes too often to be counted");
    }

    /** False when another count was faster: then this one may be older than that, and has to be made again. */
    private boolean kept(Summary before, String productId) {
        var now = count(productId, before.version() + 1);
        // the same numbers are kept as well: a count that began earlier must not come through later
        var news = now.sameAs(before) ? List.<Summary>of() : List.of(now);
        try {
            if (before.version() == 0) outbox.insert(mapping.write(now), news);
            else outbox.replace(mapping.write(now), news);
            return true;
        } catch (Failure stale) {
            return false;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    private Summary count(String productId, int version) {
        var stars = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        var verified = 0;
        var pipeline = List.of(
                match(and(eq("productId", productId), eq("status", "published"))),
                group(new Document("rating", "$text.rating").append("verified", "$verifiedPurchase"), sum("count", 1)));
        for (var group : reviews.aggregate(pipeline)) {
            var key = group.get("_id", Document.class);
            var count = group.get("count", Number.class).intValue();
            var star = key.getInteger("rating") - 1;
            stars.set(star, stars.get(star) + count);
            if (key.getBoolean("verified")) verified += count;
        }
        return new Summary(productId, stars, verified, version);
    }

    /** A review that changed in the meantime keeps its mark: its change may not have been counted. */
    private void unmark(List<Document> marked) {
        if (marked.isEmpty()) return;
        reviews.bulkWrite(marked.stream()
                .map(review -> new UpdateOneModel<Document>(
                        and(eq("_id", review.get("_id")), eq("version", review.get("version"))),
                        unset(MongoReviews.DUE)))
                .toList());
    }
}
