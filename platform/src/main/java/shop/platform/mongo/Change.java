package shop.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A guarded change of one document, and what it causes.
 *
 * @param subject what the events are about: the document's id, or something larger it is part of
 * @param version the one that the change leads to: the sequence of the events
 */
public record Change<E>(Bson guard, Bson change, String subject, int version, List<E> causes) {

    /** The next version of a document over the one before it. */
    public static <E> Change<E> to(Document next, List<E> causes) {
        var id = next.getString("_id");
        int version = next.getInteger("version");
        var before = and(eq("_id", id), eq("version", version - 1), exists(MongoOutbox.DELETED, false));
        // $set, because events of earlier versions may still wait in the outbox; so what may vanish is written as null
        return new Change<>(before, new Document("$set", next), id, version, causes);
    }
}
