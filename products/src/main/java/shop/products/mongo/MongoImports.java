package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.platform.Page;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoRecords;
import shop.products.domain.ImportJob;
import shop.products.domain.Imports;

/** Imports in MongoDB; each has one process that works on it and writes it. */
public final class MongoImports implements Imports {

    private final Documents<ImportJob> mapping = Documents.of(ImportJob.class);
    private final MongoCollection<Document> documents;
    private final MongoRecords<ImportJob> records;

    public MongoImports(MongoCollection<Document> documents) {
        this.documents = documents;
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(ascending("status", "seenAt"));
        documents.createIndex(compoundIndex(ascending("userId"), descending("_id")));
    }

    @Override
    public Optional<ImportJob> find(String id) {
        return records.find(id);
    }

    @Override
    public void put(ImportJob job) {
        MongoRecords.upserting(
                () -> documents.replaceOne(eq("_id", job.id()), mapping.write(job), new ReplaceOptions().upsert(true)));
    }

    @Override
    public List<ImportJob> stalled(Instant since, int limit) {
        return records.list(and(in("status", "queued", "running"), lt("seenAt", Date.from(since))), limit);
    }

    @Override
    public List<ImportJob> of(String userId, int limit) {
        return records.page(eq("userId", userId), MongoRecords.Order.newestFirst(), Page.Request.first(limit))
                .items();
    }

    @Override
    public void rename(String userId, String name) {
        documents.updateMany(eq("userId", userId), set("userId", name));
    }
}
