package shop.users.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.platform.mongo.MongoRecords.Order;
import shop.users.domain.Role;
import shop.users.domain.User;
import shop.users.domain.UserEvent;
import shop.users.domain.Users;

/** People in MongoDB: one document each, with the keys they can be found by and the events still to tell. */
public final class MongoUsers implements Users {

    private static final int LONGEST_BEGINNING = 8;
    private static final int MOST_KEYS = 12;

    private final MongoCollection<Document> documents;
    private final MongoOutbox<UserEvent> outbox;
    private final Documents<User> mapping = Documents.of(User.class);
    private final MongoRecords<User> records;

    public MongoUsers(MongoCollection<Document> documents, MongoOutbox<UserEvent> outbox) {
        this.documents = documents;
        this.outbox = outbox;
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(compoundIndex(ascending("beginnings"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("roles"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("roles", "status"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("status"), descending("_id")));
    }

    @Override
    public Optional<User> find(String id) {
        return records.find(id);
    }

    @Override
    public Page<User> list(Query query, Page.Request page) {
        var filters = new ArrayList<Bson>(List.of(empty()));
        query.text()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> {
                    // a beginning as it is kept leads to the place in the index, where the list is in its order already
                    filters.add(eq("beginnings", beginning(text, LONGEST_BEGINNING)));
                    if (length(text) > LONGEST_BEGINNING) filters.add(regex("keys", "^" + Pattern.quote(text)));
                });
        query.role().map(Role::label).ifPresent(role -> filters.add(eq("roles", role)));
        filters.add(query.status()
                .map(status -> eq("status", status.name().toLowerCase(Locale.ROOT)))
                .orElse(ne("status", "deleted")));
        return records.page(and(filters), Order.newestFirst(), page);
    }

    @Override
    public void add(User user) {
        var fields = write(user).append("outbox", List.of());
        fields.remove("_id");
        var all = fields.entrySet().stream()
                .map(field -> setOnInsert(field.getKey(), field.getValue()))
                .toList();
        MongoRecords.upserting(
                () -> documents.updateOne(eq("_id", user.id()), combine(all), new UpdateOptions().upsert(true)));
    }

    @Override
    public void replace(User next, List<UserEvent> events) {
        outbox.replace(write(next), events);
    }

    private Document write(User user) {
        var keys = keys(user);
        var beginnings = keys.stream()
                .flatMap(key -> IntStream.rangeClosed(1, Math.min(length(key), LONGEST_BEGINNING))
                        .mapToObj(length -> beginning(key, length)))
                .distinct()
                .toList();
        return mapping.write(user).append("keys", keys).append("beginnings", beginnings);
    }

    /** In whole characters: half of one is none that MongoDB could keep. */
    private static String beginning(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length(text), length)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> keys(User user) {
        var name = user.profile().displayName().toLowerCase(Locale.ROOT);
        var words = Arrays.stream(name.split("[^\\p{L}\\p{N}]+"));
        return Stream.concat(Stream.of(user.email().toLowerCase(Locale.ROOT), name), words)
                .filter(key -> !key.isEmpty())
                .distinct()
                .limit(MOST_KEYS)
                .toList();
    }
}
