package shop.orders.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Writes whose refusal by a unique index is an answer. */
final class Writes {

    private Writes() {}

    /** False when a unique index knows it already. */
    static boolean inserted(MongoCollection<Document> documents, Document document) {
        return unique(() -> documents.insertOne(document));
    }

    static boolean unique(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            return false;
        }
    }
}
