package shop.auth.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import shop.auth.domain.KeyRing;
import shop.auth.domain.KeyRings;
import shop.auth.domain.SigningKey;
import shop.platform.crypto.Secret;

/** The key ring in MongoDB: one document, so that all instances agree; the private keys in it are sealed. */
public final class MongoKeyRings implements KeyRings {

    private static final String RING = "ring";

    private final MongoCollection<Document> rings;
    private final Secret secret;

    public MongoKeyRings(MongoCollection<Document> rings, Secret secret) {
        this.rings = rings;
        this.secret = secret.derive("signing-keys");
    }

    @Override
    public Optional<KeyRing> find() {
        return Optional.ofNullable(rings.find(eq("_id", RING)).first()).map(this::read);
    }

    @Override
    public boolean add(KeyRing first) {
        try {
            rings.insertOne(write(first));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    @Override
    public boolean replace(KeyRing next) {
        var before = and(eq("_id", RING), eq("version", next.version() - 1));
        return rings.replaceOne(before, write(next)).getMatchedCount() == 1;
    }

    private Document write(KeyRing ring) {
        return new Document("_id", RING)
                .append("version", ring.version())
                .append("next", write(ring.next()))
                .append("active", write(ring.active()))
                .append("retired", ring.retired().stream().map(this::write).toList());
    }

    private Document write(SigningKey key) {
        return new Document("id", key.id())
                .append("public", new Binary(key.pair().getPublic().getEncoded()))
                .append("sealed", new Binary(secret.seal(key.pair().getPrivate().getEncoded())))
                .append("since", Date.from(key.since()))
                .append("retiredAt", key.retiredAt().map(Date::from).orElse(null));
    }

    private KeyRing read(Document d) {
        return new KeyRing(
                readKey(d.get("next", Document.class)),
                readKey(d.get("active", Document.class)),
                d.getList("retired", Document.class).stream().map(this::readKey).toList(),
                d.getInteger("version"));
    }

    private SigningKey readKey(Document d) {
        return new SigningKey(
                d.getString("id"),
                pair(bytes(d, "public"), opened(bytes(d, "sealed"))),
                d.getDate("since").toInstant(),
                Optional.ofNullable(d.getDate("retiredAt")).map(Date::toInstant));
    }

    private byte[] opened(byte[] sealed) {
        try {
            return secret.open(sealed);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "environment variable AUTH_KEY_SECRET is not the one that the signing keys were sealed with", e);
        }
    }

    private static KeyPair pair(byte[] published, byte[] secret) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(published)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing keys cannot be read", e);
        }
    }

    private static byte[] bytes(Document d, String field) {
        return d.get(field, Binary.class).getData();
    }
}
