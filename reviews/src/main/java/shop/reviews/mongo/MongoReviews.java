package shop.reviews.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.platform.mongo.MongoRecords.Order;
import shop.reviews.domain.Report;
import shop.reviews.domain.Review;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Reviews;
import shop.reviews.domain.Status;

/**
 * Reviews in MongoDB: one document each. Beside the review it holds who reported it, so that nobody counts twice, whether
 * that is to be looked at, and the mark {@code summaryDue}, written with the change that makes the summary wrong.
 */
public final class MongoReviews implements Reviews {

    static final String DUE = "summaryDue";

    private static final String MODERATED = "toModerate";
    private static final int MOST_REPORTS = 100;

    private final MongoCollection<Document> documents;
    private final MongoOutbox<ReviewEvent> outbox;
    private final Documents<Review> mapping = Documents.of(Review.class);
    private final MongoRecords<Review> records;

    public MongoReviews(MongoCollection<Document> documents, MongoOutbox<ReviewEvent> outbox) {
        this.documents = documents;
        this.outbox = outbox;
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(ascending("productId", "author"), new IndexOptions().unique(true));
        documents.createIndex(compoundIndex(ascending("productId", "status"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("productId", "status"), descending("helpfulCount", "_id")));
        documents.createIndex(compoundIndex(ascending("productId", "status"), descending("text.rating", "_id")));
        documents.createIndex(compoundIndex(ascending("authorId"), descending("_id")));
        documents.createIndex(compoundIndex(ascending(MODERATED), descending("_id")));
        documents.createIndex(ascending("reports.by"));
        documents.createIndex(ascending(DUE, "productId"));
    }

    @Override
    public Optional<Review> find(String id) {
        return records.find(id);
    }

    @Override
    public Optional<Review> find(String productId, String authorId) {
        return records.find(and(eq("productId", productId), eq("author", authorId)));
    }

    @Override
    public Page<Review> list(Query query, Page.Request page) {
        var filters = new ArrayList<Bson>(List.of(eq("productId", query.productId()), eq("status", "published")));
        query.rating().ifPresent(rating -> filters.add(eq("text.rating", rating)));
        query.verified().ifPresent(verified -> filters.add(eq("verifiedPurchase", verified)));
        var order = switch (query.sort()) {
            case NEWEST -> new Order("_id", true);
            case OLDEST -> new Order("_id", false);
            case HELPFUL -> new Order("helpfulCount", true);
            case HIGHEST -> new Order("text.rating", true);
            case LOWEST -> new Order("text.rating", false);
        };
        return records.page(and(filters), order, page);
    }

    @Override
    public Page<Review> by(String authorId, Page.Request page) {
        return records.page(and(eq("authorId", authorId), ne("status", "deleted")), Order.newestFirst(), page);
    }

    @Override
    public Page<Review> toModerate(Page.Request page) {
        return records.page(eq(MODERATED, true), Order.newestFirst(), page);
    }

    @Override
    public void add(Review review, ReviewEvent event) {
        var document =
                write(review).append("helpfulCount", 0).append("reportCount", 0).append(MongoVotes.REVISION, 0);
        MongoRecords.unique(
                () -> outbox.insert(document, List.of(event)),
                () -> Failure.conflict("already_reviewed", "this person has reviewed the product already"));
    }

    @Override
    public void replace(Review next, ReviewEvent event) {
        var document = write(next);
        // published ones stay where they are: they may have been reported
        if (next.status() != Status.PUBLISHED) document.append(MODERATED, next.status() == Status.HIDDEN);
        outbox.replace(document, List.of(event));
    }

    @Override
    public void restore(Review next, ReviewEvent event) {
        outbox.replace(write(next).append(MODERATED, false), List.of(event));
    }

    /** Without the counts: they are kept by votes and reports alone. A deleted review makes room for another one. */
    private Document write(Review review) {
        var document = mapping.write(review)
                .append("author", review.status() == Status.DELETED ? review.id() : review.authorId())
                .append(DUE, true);
        document.remove("helpfulCount");
        document.remove("reportCount");
        return document;
    }

    @Override
    public void report(String id, Report report) {
        var first = and(eq("_id", id), ne("reports.by", report.by()), lt("reportCount", MOST_REPORTS));
        var entry = new Document("by", report.by())
                .append("reason", report.reason().name())
                .append("detail", report.detail().orElse(""))
                .append("at", Date.from(report.at()));
        documents.updateOne(first, combine(push("reports", entry), inc("reportCount", 1), set(MODERATED, true)));
    }

    @Override
    public void forgetReports(String userId) {
        documents.updateMany(
                eq("reports.by", userId),
                set("reports.$[theirs].detail", ""),
                new UpdateOptions().arrayFilters(List.of(eq("theirs.by", userId))));
    }
}
