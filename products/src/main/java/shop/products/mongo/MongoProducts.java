package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.mongo.Change;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.Filter;
import shop.products.domain.Product;
import shop.products.domain.ProductEvent;
import shop.products.domain.Products;
import shop.products.domain.SearchQuery;
import shop.products.domain.Sorting;

/** Products in MongoDB: one document each, with what it is sorted and found by, and whether the search index has it. */
public final class MongoProducts implements Products {

    private static final String UNINDEXED = "unindexed";
    private static final String CHANGED = "changedAt";

    private final Documents<Product> mapping = Documents.of(Product.class, Names.MIX_INS);
    private final MongoCollection<Document> documents;
    private final MongoRecords<Product> records;
    private final MongoOutbox<ProductEvent> outbox;
    private final Clock clock;

    public MongoProducts(MongoCollection<Document> documents, MongoOutbox<ProductEvent> outbox, Clock clock) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        this.outbox = outbox;
        this.clock = clock;
        ProductQueries.index(documents);
    }

    @Override
    public Optional<Product> find(String id) {
        return records.find(id);
    }

    @Override
    public List<Product> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : records.list(in("_id", ids), ids.size());
    }

    @Override
    public Optional<Product> findBySku(String storeId, String sku) {
        return records.find(eq("keys", ProductQueries.key(storeId, sku)));
    }

    @Override
    public List<Product> findBySkus(String storeId, Collection<String> skus) {
        var keys = skus.stream().map(sku -> ProductQueries.key(storeId, sku)).toList();
        return keys.isEmpty() ? List.of() : records.list(in("keys", keys), keys.size());
    }

    @Override
    public Page<Product> page(Filter filter, Sorting sorting, Page.Request request) {
        return records.page(ProductQueries.of(filter), ProductQueries.order(sorting), request);
    }

    @Override
    public Page<Product> matching(List<String> words, SearchQuery query) {
        return records.page(ProductQueries.of(words, query), ProductQueries.order(query.sorting()), query.page());
    }

    @Override
    public long count(List<String> words, SearchQuery query, int most) {
        return documents.countDocuments(ProductQueries.of(words, query), new CountOptions().limit(most));
    }

    @Override
    public void add(Product product, ProductEvent... events) {
        MongoRecords.unique(() -> outbox.insert(write(product), List.of(events)), MongoProducts::taken);
    }

    @Override
    public void replace(Product next, ProductEvent... events) {
        MongoRecords.unique(() -> outbox.replace(write(next), List.of(events)), MongoProducts::taken);
    }

    @Override
    public Set<String> addAll(List<Write> first) {
        var refused = outbox.insertAll(
                first.stream().map(each -> write(each.product())).toList(),
                first.stream().map(Write::events).toList());
        return refused.stream().map(place -> first.get(place).product().id()).collect(Collectors.toSet());
    }

    @Override
    public boolean replaceAll(List<Write> next) {
        return outbox.updateAll(next.stream()
                .map(each -> Change.to(write(each.product()), each.events()))
                .toList());
    }

    private static Failure taken() {
        return Failure.conflict("sku_taken", "another product of the store has one of these SKUs");
    }

    private Document write(Product product) {
        return ProductQueries.beside(mapping.write(product), product)
                .append(UNINDEXED, true)
                .append(CHANGED, Date.from(clock.instant()));
    }

    @Override
    public boolean anyIn(String category) {
        return documents.find(eq("details.categories", category)).limit(1).first() != null;
    }

    @Override
    public long list(String storeId, boolean published) {
        var wrong = and(eq("storeId", storeId), eq("details.status", "active"), ne("listed", published));
        return documents
                .updateMany(wrong, combine(set("listed", published), inc("version", 1), waiting()))
                .getModifiedCount();
    }

    private Bson waiting() {
        return combine(set(UNINDEXED, true), set(CHANGED, Date.from(clock.instant())));
    }

    @Override
    public List<Product> unindexed(int limit) {
        return records.list(eq(UNINDEXED, true), limit);
    }

    @Override
    public boolean unindexedIn(String storeId) {
        return documents
                        .find(and(eq(UNINDEXED, true), eq("storeId", storeId)))
                        .limit(1)
                        .first()
                != null;
    }

    @Override
    public void indexed(Collection<Product> products) {
        if (products.isEmpty()) return;
        documents.bulkWrite(products.stream()
                .map(product -> new UpdateOneModel<Document>(
                        and(eq("_id", product.id()), eq("version", product.version())), unset(UNINDEXED)))
                .toList());
    }

    @Override
    public void index(Collection<String> ids) {
        if (!ids.isEmpty()) documents.updateMany(in("_id", ids), waiting());
    }

    @Override
    public List<Product> after(String id, int limit) {
        return read(gt("_id", id), limit);
    }

    @Override
    public List<Product> changedSince(Instant time, String afterId, int limit) {
        return read(and(gte(CHANGED, Date.from(time)), gt("_id", afterId)), limit);
    }

    private List<Product> read(Bson filter, int limit) {
        return documents
                .find(filter)
                .sort(ascending("_id"))
                .limit(limit)
                .map(mapping::read)
                .into(new ArrayList<>());
    }
}
