package shop.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonInvalidOperationException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;
import shop.platform.Failure;
import shop.platform.Page;

/** A collection read as records. What is deleted is not there; lists are pages along an index, never with a skip. */
public final class MongoRecords<T> {

    /**
     * The order of a list: by one field, then by id.
     *
     * @param field one that every document has; it has an index, with {@code _id} unless it is unique
     * @param unique no two documents of a list have the same value, so that the id decides nothing
     */
    public record Order(String field, boolean descending, boolean unique) {

        public Order(String field, boolean descending) {
            this(field, descending, field.equals("_id"));
        }

        public static Order newestFirst() {
            return new Order("_id", true); // ids are time-ordered
        }
    }

    private static final JsonWriterSettings EXTENDED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final MongoCollection<Document> documents;
    private final Documents<T> mapping;

    public MongoRecords(MongoCollection<Document> documents, Documents<T> mapping) {
        this.documents = documents;
        this.mapping = mapping;
    }

    public Optional<T> find(String id) {
        return find(eq("_id", id));
    }

    public Optional<T> find(Bson filter) {
        return Optional.ofNullable(documents.find(alive(filter)).first()).map(mapping::read);
    }

    /** At most that many, in no order of note: for small sets that have a natural bound. */
    public List<T> list(Bson filter, int limit) {
        return documents.find(alive(filter)).limit(limit).map(mapping::read).into(new ArrayList<>());
    }

    public Page<T> page(Bson filter, Order order, Page.Request request) {
        var from = request.after()
                .map(position -> and(filter, after(order, parsed(position))))
                .orElse(filter);
        var sort = order.descending() ? descending(fields(order)) : ascending(fields(order));
        var found = documents
                .find(alive(from))
                .sort(sort)
                .limit(request.limit() + 1)
                .into(new ArrayList<>());
        if (found.size() <= request.limit()) return page(found, Optional.empty());
        found.removeLast();
        return page(found, Optional.of(position(order, found.getLast())));
    }

    /** Does a write; when a unique index refuses it, that failure is the answer. */
    public static void unique(Runnable write, Supplier<Failure> taken) {
        try {
            write.run();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) throw taken.get();
            throw e;
        }
    }

    /** Writes those that no unique index refuses; says which it did refuse, by their place. */
    public static Set<Integer> insertMissing(MongoCollection<Document> documents, List<Document> all) {
        if (all.isEmpty()) return Set.of();
        try {
            documents.insertMany(all, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            var taken = e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!taken || e.getWriteConcernError() != null) throw e;
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        }
    }

    /** Does an upsert; when another one of the same key came in between (E11000), it is done once more: now it updates. */
    public static <R> R upserting(Supplier<R> upsert) {
        try {
            return upsert.get();
        } catch (MongoWriteException | MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
            return upsert.get();
        }
    }

    /** Keeps what another service told, by its {@code sequence}, unless a later state is there; news costs one write. */
    public static void keepNewer(MongoCollection<Document> documents, Document told) {
        var older = and(eq("_id", told.get("_id")), lt("sequence", told.get("sequence")));
        try {
            documents.replaceOne(older, told, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            documents.replaceOne(older, told); // there is one: as new as this, or an older one of just now
        }
    }

    private Page<T> page(List<Document> found, Optional<String> next) {
        return new Page<>(found.stream().map(mapping::read).toList(), next);
    }

    private static Bson alive(Bson filter) {
        return and(filter, exists(MongoOutbox.DELETED, false));
    }

    private static List<String> fields(Order order) {
        return order.unique() ? List.of(order.field()) : List.of(order.field(), "_id");
    }

    /** Cursors are signed, but not for one list: this may be another's. */
    private static Document parsed(String position) {
        try {
            var parsed = Document.parse(position);
            if (parsed.get("_id") != null && parsed.get("value") != null) return parsed;
        } catch (JsonParseException | BsonInvalidOperationException e) {
            throw Failure.malformed("invalid_cursor", "the cursor is of another list: " + e.getMessage());
        }
        throw Failure.malformed("invalid_cursor", "the cursor is of another list");
    }

    private static Bson after(Order order, Document position) {
        var value = requireNonNull(position.get("value"));
        if (order.unique()) return beyond(order, order.field(), value);
        var id = beyond(order, "_id", requireNonNull(position.get("_id")));
        var beyond = or(beyond(order, order.field(), value), and(eq(order.field(), value), id));
        return and(from(order, value), beyond); // the first is in the second, but an index can begin with it
    }

    private static Bson from(Order order, Object value) {
        return order.descending() ? lte(order.field(), value) : gte(order.field(), value);
    }

    private static Bson beyond(Order order, String field, Object value) {
        return order.descending() ? lt(field, value) : gt(field, value);
    }

    private static String position(Order order, Document last) {
        var value = last.getEmbedded(List.of(order.field().split("\\.")), Object.class);
        return new Document("_id", last.get("_id")).append("value", value).toJson(EXTENDED);
    }
}
