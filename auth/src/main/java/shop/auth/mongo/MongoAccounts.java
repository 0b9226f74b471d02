package shop.auth.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import shop.auth.domain.Account;
import shop.auth.domain.AccountEvent;
import shop.auth.domain.Accounts;
import shop.auth.domain.OneTime.Purpose;
import shop.auth.domain.Registering;
import shop.platform.json.Json;
import shop.platform.mongo.Documents;
import shop.platform.mongo.MongoOutbox;
import shop.platform.mongo.MongoRecords;

/** Accounts in MongoDB: one document each, with its sessions and the events it has still to tell. */
public final class MongoAccounts implements Accounts {

    private static final String EMAIL = "profile.email.key";
    private static final String FIREBASE = "proofs.firebaseId";
    private static final String HANDLE = "sessions.handle";
    private static final String EXPIRY = "sessions.expiresAt";
    private static final String MAILED = "proofs.mailed.hash";

    private final Documents<Account> mapping = Documents.of(Account.class);
    private final MongoRecords<Account> records;
    private final MongoOutbox<AccountEvent> outbox;

    public MongoAccounts(MongoCollection<Document> documents, MongoOutbox<AccountEvent> outbox) {
        this.records = new MongoRecords<>(documents, mapping);
        this.outbox = outbox;
        documents.createIndex(ascending(EMAIL), new IndexOptions().unique(true));
        for (var field : List.of(FIREBASE, HANDLE, EXPIRY, MAILED)) {
            documents.createIndex(ascending(field), new IndexOptions().sparse(true));
        }
    }

    @Override
    public Optional<Account> find(String id) {
        return records.find(id);
    }

    @Override
    public Optional<Account> findByEmail(String key) {
        return records.find(eq(EMAIL, key));
    }

    @Override
    public Optional<Account> findByFirebase(String firebaseId) {
        return records.find(eq(FIREBASE, firebaseId));
    }

    @Override
    public Optional<Account> findByHandle(String sessionHandle) {
        return records.find(eq(HANDLE, sessionHandle));
    }

    @Override
    public Optional<Account> findByMailed(Purpose purpose, String hash) {
        var mailed = and(eq("hash", hash), eq("purpose", Json.name(purpose)));
        return records.find(and(eq(MAILED, hash), elemMatch("proofs.mailed", mailed)));
    }

    @Override
    public List<Account> withExpiredSessions(Instant now, int limit) {
        return records.list(lte(EXPIRY, Date.from(now)), limit);
    }

    @Override
    public void add(Account account, List<AccountEvent> events) {
        MongoRecords.unique(() -> outbox.insert(mapping.write(account), events), Registering::taken);
    }

    @Override
    public void replace(Account next, List<AccountEvent> events) {
        outbox.replace(mapping.write(next), events);
    }
}
