package shop.email.mongo;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import shop.email.domain.Address;
import shop.email.domain.Suppression;
import shop.email.domain.Suppression.Scope;
import shop.email.domain.Suppressions;
import shop.platform.crypto.Secret;
import shop.platform.json.Json;
import shop.platform.mongo.MongoRecords;

/** Suppressions in MongoDB under a keyed hash of the address: they outlive an account without naming its owner. */
public final class MongoSuppressions implements Suppressions {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final Secret secret;

    public MongoSuppressions(MongoCollection<Document> documents, Secret secret) {
        this.documents = documents;
        this.secret = secret.derive("suppressions");
    }

    @Override
    public Optional<Suppression> find(Address address) {
        return Optional.ofNullable(documents.find(eq("_id", key(address))).first())
                .map(d -> new Suppression(
                        address,
                        Scope.valueOf(d.getString("scope").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(d.getString("reason")),
                        d.getDate("createdAt").toInstant()));
    }

    @Override
    public void put(Suppression suppression) {
        var key = key(suppression.address());
        var document = new Document("_id", key)
                .append("scope", Json.name(suppression.scope()))
                .append("reason", suppression.reason().orElse(null))
                .append("createdAt", Date.from(suppression.createdAt()));
        MongoRecords.upserting(() -> documents.replaceOne(eq("_id", key), document, UPSERT));
    }

    @Override
    public boolean remove(Address address) {
        return documents.deleteOne(eq("_id", key(address))).getDeletedCount() == 1;
    }

    private String key(Address address) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.sign(address.key().getBytes(UTF_8)));
    }
}
