package shop.email.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.email.domain.Address;
import shop.email.domain.Email;
import shop.email.domain.EmailEvent;
import shop.email.domain.Emails;
import shop.email.domain.Template;
import shop.platform.Page;
import shop.platform.crypto.Secret;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;
import shop.platform.mongo.MongoRecords.Order;

/** Mails in MongoDB: one document each; what they say is sealed, because some of it opens accounts. */
public final class MongoEmails implements Emails {

    private final MongoCollection<Document> documents;
    private final MongoOutbox<EmailEvent> outbox;
    private final Secret secret;
    private final Documents<SealedEmail> mapping = Documents.of(SealedEmail.class);
    private final MongoRecords<SealedEmail> records;

    public MongoEmails(MongoCollection<Document> documents, MongoOutbox<EmailEvent> outbox, Secret secret) {
        this.documents = documents;
        this.outbox = outbox;
        this.secret = secret.derive("e-mail data");
        this.records = new MongoRecords<>(documents, mapping);
        documents.createIndex(ascending("key"), new IndexOptions().unique(true));
        documents.createIndex(ascending("progress.dueAt"));
        documents.createIndex(compoundIndex(ascending("to"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("progress.status"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("template"), descending("_id")));
        documents.createIndex(compoundIndex(ascending("userId", "erased"), descending("_id")));
    }

    @Override
    public Optional<Email> find(String id) {
        return records.find(id).map(kept -> kept.open(secret));
    }

    @Override
    public Optional<Email> findByKey(String key) {
        return records.find(eq("key", key)).map(kept -> kept.open(secret));
    }

    @Override
    public boolean add(Email email) {
        try {
            outbox.insert(write(email), List.of());
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    @Override
    public void replace(Email next, EmailEvent... events) {
        outbox.replace(write(next), List.of(events));
    }

    @Override
    public List<Email> due(Instant now, int limit) {
        return documents
                .find(lte("progress.dueAt", Date.from(now)))
                .sort(ascending("progress.dueAt"))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public Page<Email> page(Filter filter, Page.Request request) {
        List<Bson> conditions = new ArrayList<>();
        filter.to().ifPresent(to -> conditions.add(eq("to", to.key())));
        filter.status().ifPresent(status -> conditions.add(eq("progress.status", Json.name(status))));
        filter.template().ifPresent(template -> conditions.add(eq("template", Json.name(template))));
        var all = conditions.isEmpty() ? Filters.empty() : and(conditions);
        return records.page(all, Order.newestFirst(), request).map(kept -> kept.open(secret));
    }

    @Override
    public List<Email> to(String userId, int limit) {
        return exceptTheLast(and(eq("userId", userId), eq("erased", false)), limit);
    }

    @Override
    public List<Email> to(Address address, int limit) {
        return exceptTheLast(eq("to", address.key()), limit);
    }

    private List<Email> exceptTheLast(Bson filter, int limit) {
        return documents
                .find(and(filter, ne("template", Json.name(Template.ACCOUNT_DELETED))))
                .sort(descending("_id"))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    private Document write(Email email) {
        return mapping.write(SealedEmail.of(email, secret));
    }

    private Email read(Document document) {
        return mapping.read(document).open(secret);
    }
}
