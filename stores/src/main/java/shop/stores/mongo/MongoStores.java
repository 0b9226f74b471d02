package shop.stores.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.platform.mongo.MongoRecords.Order;
import shop.stores.domain.Store;
import shop.stores.domain.StoreEvent;
import shop.stores.domain.Stores;

/** Stores in MongoDB: one document each, with the words it can be found by and the events it has still to tell. */
public final class MongoStores implements Stores {

    private static final int MOST_WORDS = 10;
    private static final int MOST_KEPT = 100;
    private static final int LONGEST_BEGINNING = 6;
    private static final int MOST_STORES = 1_000;

    private final Documents<Store> mapping = Documents.of(Store.class);
    private final MongoRecords<Store> records;
    private final MongoOutbox<StoreEvent> outbox;

    public MongoStores(MongoCollection<Document> documents, MongoOutbox<StoreEvent> outbox) {
        this.records = new MongoRecords<>(documents, mapping);
        this.outbox = outbox;
        documents.createIndex(ascending("slug"), new IndexOptions().unique(true));
        documents.createIndex(compoundIndex(ascending("status"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("status", "profile.country"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("status", "beginnings"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("ownerId"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("staffIds"), descending("_id")));
    }

    @Override
    public Optional<Store> find(String id) {
        return records.find(id);
    }

    @Override
    public Optional<Store> findBySlug(String slug) {
        return records.find(eq("slug", slug));
    }

    @Override
    public Page<Store> published(Query query, Page.Request page) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("status", "published"));
        query.country().ifPresent(country -> filters.add(eq("profile.country", country)));
        query.text()
                .ifPresent(text -> words(text).stream().limit(MOST_WORDS).forEach(word -> {
                    // a beginning as it is kept leads to the place in the index, where the list is in its order already
                    filters.add(eq("beginnings", beginning(word, LONGEST_BEGINNING)));
                    if (length(word) > LONGEST_BEGINNING) filters.add(regex("words", "^" + Pattern.quote(word)));
                }));
        return records.page(and(filters), Order.newestFirst(), page);
    }

    @Override
    public Page<Store> runBy(String userId, Page.Request page) {
        return records.page(touchedBy(userId), Order.newestFirst(), page);
    }

    @Override
    public List<Store> touching(String userId) {
        return records.list(touchedBy(userId), MOST_STORES);
    }

    private static Bson touchedBy(String userId) {
        return or(eq("ownerId", userId), eq("staffIds", userId));
    }

    @Override
    public void add(Store store, StoreEvent event) {
        MongoRecords.unique(() -> outbox.insert(write(store), List.of(event)), () -> taken(store));
    }

    @Override
    public void replace(Store next, StoreEvent event) {
        MongoRecords.unique(() -> outbox.replace(write(next), List.of(event)), () -> taken(next));
    }

    private Document write(Store store) {
        var words = words(store.profile().name() + " " + store.profile().description());
        var beginnings = words.stream()
                .flatMap(word -> IntStream.rangeClosed(1, Math.min(length(word), LONGEST_BEGINNING))
                        .mapToObj(length -> beginning(word, length)))
                .distinct()
                .toList();
        return mapping.write(store).append("words", words).append("beginnings", beginnings);
    }

    /** In whole characters: half of one is none that MongoDB could keep. */
    private static String beginning(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length(text), length)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_KEPT)
                .toList();
    }

    private static Failure taken(Store store) {
        return Failure.conflict(SLUG_TAKEN, "there is a store at " + store.slug() + " already");
    }
}
