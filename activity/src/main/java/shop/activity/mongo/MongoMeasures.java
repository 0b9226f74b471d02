package shop.activity.mongo;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.activity.domain.Interval;
import shop.activity.domain.Measure;
import shop.activity.domain.Measures;
import shop.activity.domain.Span;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;

/** Measures in MongoDB. Each carries the beginning of its hour, day and week, so that grouping computes nothing. */
public final class MongoMeasures implements Measures {

    private static final Documents<Measure> MAPPING = Documents.of(Measure.class);
    private static final String VALUE = "value";

    private final MongoCollection<Document> documents;

    public MongoMeasures(MongoCollection<Document> documents) {
        this.documents = documents;
        documents.createIndex(Indexes.ascending("series", "at"));
        documents.createIndex(Indexes.ascending("visitor"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public void add(List<Measure> some) {
        Inserts.countNew(documents, some.stream().map(MAPPING::write).toList());
    }

    @Override
    public Map<Instant, List<Total>> sums(Measure.Series series, Span span) {
        var sums = new HashMap<Instant, List<Total>>();
        var grouped = pipeline(
                match(within(series, span)),
                group(new Document("start", start(span)).append("key", "$key"), sum(VALUE, "$value")));
        for (var found : grouped) {
            var of = found.get("_id", Document.class);
            var total = new Total(of.getString("key"), "", value(found));
            sums.computeIfAbsent(of.getDate("start").toInstant(), _ -> new ArrayList<>())
                    .add(total);
        }
        return sums;
    }

    @Override
    public Map<Instant, Long> visitors(Measure.Series series, Span span) {
        var counts = new HashMap<Instant, Long>();
        for (var found : distinct(series, span, start(span)))
            counts.put(found.getDate("_id").toInstant(), value(found));
        return counts;
    }

    @Override
    public Map<String, Long> visitorsByKey(Measure.Series series, Span span) {
        var counts = new HashMap<String, Long>();
        for (var found : distinct(series, span, "$key")) counts.put(found.getString("_id"), value(found));
        return counts;
    }

    @Override
    public List<Total> top(Measure.Series series, Span span, int limit) {
        return pipeline(
                        match(within(series, span)),
                        group("$key", sum(VALUE, "$value"), max("label", "$label")),
                        sort(orderBy(descending(VALUE), ascending("_id"))),
                        limit(limit))
                .map(found -> new Total(found.getString("_id"), found.getString("label"), value(found)))
                .into(new ArrayList<>());
    }

    @Override
    public void forget(String person) {
        documents.updateMany(eq("visitor", person), set("visitor", "gone:" + UUID.randomUUID()));
    }

    @Override
    public void sweep(Instant now) {
        documents.deleteMany(lte("expiresAt", Date.from(now)));
    }

    private Iterable<Document> distinct(Measure.Series series, Span span, String by) {
        return pipeline(
                match(within(series, wholeHours(span))),
                group(new Document("by", by).append("visitor", "$visitor")),
                group("$_id.by", sum(VALUE, 1L)));
    }

    /** With room on disk: the visitors of a year need not fit into what the database keeps in memory for a group. */
    private AggregateIterable<Document> pipeline(Bson... stages) {
        return documents.aggregate(List.of(stages)).allowDiskUse(true);
    }

    private static Bson within(Measure.Series series, Span span) {
        return and(eq("series", Json.name(series)), gte("at", Date.from(span.from())), lt("at", Date.from(span.to())));
    }

    /** Visitors are noted by the hour. */
    private static Span wholeHours(Span span) {
        return new Span(span.interval(), Interval.HOUR.start(span.from()), span.to());
    }

    private static String start(Span span) {
        return "$" + Json.name(span.interval());
    }

    private static long value(Document found) {
        return found.get(VALUE, Number.class).longValue();
    }
}
