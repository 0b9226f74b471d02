package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.Categories;
import shop.products.domain.Category;

/** Categories in MongoDB, and all of them in memory for a second. */
public final class MongoCategories implements Categories {

    private static final int MOST = 10_000;
    private static final String ALL = "all";

    private final Documents<Category> mapping = Documents.of(Category.class);
    private final MongoCollection<Document> documents;
    private final LoadingCache<String, List<Category>> known;

    public MongoCategories(MongoCollection<Document> documents) {
        this.documents = documents;
        this.known =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(all -> load());
        documents.createIndex(Indexes.ascending("position", "_id"));
    }

    private List<Category> load() {
        return documents
                .find()
                .sort(Sorts.ascending("position", "_id"))
                .limit(MOST)
                .map(mapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Category> all() {
        return List.copyOf(known.get(ALL));
    }

    @Override
    public void addMissing(List<Category> categories) {
        for (var category : categories) {
            try {
                put(category);
            } catch (Failure failure) {
                if (failure.kind() != Failure.Kind.STALE) throw failure; // else somebody else made it just now
            }
        }
    }

    @Override
    public void put(Category category) {
        var document = mapping.write(category);
        try {
            if (category.version() == 1) {
                MongoRecords.unique(() -> documents.insertOne(document), () -> Failure.stale(category.id()));
            } else if (documents.replaceOne(same(category, 1), document).getMatchedCount() == 0) {
                throw Failure.stale(category.id());
            }
        } finally {
            known.invalidateAll();
        }
    }

    @Override
    public void remove(Category category) {
        var gone = documents.deleteOne(same(category, 0)).getDeletedCount() == 1;
        known.invalidateAll();
        if (!gone) throw Failure.stale(category.id());
    }

    private static Bson same(Category category, int before) {
        return and(eq("_id", category.id()), eq("version", category.version() - before));
    }
}
