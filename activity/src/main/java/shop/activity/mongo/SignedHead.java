package shop.activity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import shop.activity.domain.Head;
import shop.platform.crypto.Secret;

/** The head of the chain, signed: who can write to the database can't move it back unnoticed. */
final class SignedHead {

    private static final String ID = "audit";
    private static final String NUMBER = "number";

    private final MongoCollection<Document> heads;
    private final Secret secret;

    SignedHead(MongoCollection<Document> heads, Secret secret) {
        this.heads = heads;
        this.secret = secret.derive("audit head");
    }

    /** Moves it on, never back. */
    void note(Head head) {
        var change = combine(
                set(NUMBER, head.number()),
                set("entry", head.id()),
                set("hash", head.hash()),
                set("signature", new Binary(signature(head.number(), head.id(), head.hash()))));
        var behind = and(eq("_id", ID), lt(NUMBER, head.number()));
        try {
            heads.updateOne(behind, change, new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            heads.updateOne(behind, change); // there is one: of another process that has got further, or not as far
        }
    }

    Optional<Head> read() {
        return Optional.ofNullable(heads.find(eq("_id", ID)).first()).map(this::head);
    }

    private Head head(Document found) {
        var number = found.getLong(NUMBER);
        var entry = found.getString("entry");
        var hash = found.getString("hash");
        var signed = found.get("signature", Binary.class).getData();
        return new Head(entry, number, hash, Secret.same(signed, signature(number, entry, hash)));
    }

    private byte[] signature(long number, String entry, String hash) {
        return secret.sign((number + " " + entry + " " + hash).getBytes(UTF_8));
    }
}
