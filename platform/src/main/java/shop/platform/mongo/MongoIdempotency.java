package shop.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import shop.platform.crypto.Secret;
import shop.platform.http.Idempotency;

/** Answers kept in MongoDB under a unique key; bodies are sealed, because some of them hold tokens. */
public final class MongoIdempotency implements Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1); // then whoever ran it is taken for dead

    private final MongoCollection<Document> answers;
    private final Secret secret;
    private final Clock clock;

    public MongoIdempotency(MongoDatabase database, Secret secret, Clock clock) {
        this.answers = database.getCollection("idempotency");
        this.secret = secret.derive("idempotency");
        this.clock = clock;
        answers.createIndex(ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public Claim claim(String scope, String fingerprint) {
        var fresh = running(scope, fingerprint);
        try {
            answers.insertOne(fresh);
            return new Claim.Fresh();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
        return Optional.ofNullable(answers.find(eq("_id", scope)).first())
                .map(known -> known(known, fresh))
                .orElseGet(Claim.Running::new); // released between the two looks: the client's next try is fresh
    }

    private Document running(String scope, String fingerprint) {
        var now = clock.instant();
        return new Document("_id", scope)
                .append("fingerprint", fingerprint)
                .append("status", 0)
                .append("runsUntil", Date.from(now.plus(LONGEST_RUN)))
                .append("expiresAt", Date.from(now.plus(KEPT)));
    }

    private Claim known(Document known, Document fresh) {
        var now = clock.instant();
        var abandoned = known.getInteger("status") == 0
                && known.getDate("runsUntil").toInstant().isBefore(now);
        if (known.getDate("expiresAt").toInstant().isBefore(now) || abandoned) return takeOver(known, fresh);
        if (!known.getString("fingerprint").equals(fresh.getString("fingerprint"))) return new Claim.Reused();
        if (known.getInteger("status") == 0) return new Claim.Running();
        var headers = known.get("headers", Document.class).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().toString()));
        var body = secret.open(known.get("body", Binary.class).getData());
        return new Claim.Answered(new Saved(known.getInteger("status"), headers, body));
    }

    /** Of two that find the same one abandoned, one gets it. */
    private Claim takeOver(Document known, Document fresh) {
        var unchanged = and(eq("_id", known.get("_id")), eq("runsUntil", known.getDate("runsUntil")));
        return answers.replaceOne(unchanged, fresh).getMatchedCount() == 1 ? new Claim.Fresh() : new Claim.Running();
    }

    @Override
    public void keep(String scope, Saved answer) {
        answers.updateOne(
                eq("_id", scope),
                combine(
                        set("status", answer.status()),
                        set("headers", new Document(Map.copyOf(answer.headers()))),
                        set("body", new Binary(secret.seal(answer.body())))));
    }

    @Override
    public void release(String scope) {
        answers.deleteOne(and(eq("_id", scope), eq("status", 0)));
    }

    /** Takes away what has expired, where the database does not do so by itself. */
    public void sweep() {
        answers.deleteMany(lt("expiresAt", Date.from(clock.instant())));
    }
}
