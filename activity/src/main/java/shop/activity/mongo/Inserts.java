package shop.activity.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** Writes of what may be there already: a unique index is what tells, and the only thing that may refuse. */
final class Inserts {

    private Inserts() {}

    /** How many of them were not there yet. */
    static int countNew(MongoCollection<Document> documents, List<Document> some) {
        if (some.isEmpty()) return 0;
        some.forEach(Inserts::leaveOutWhatIsEmpty);
        try {
            documents.insertMany(some, new InsertManyOptions().ordered(false));
            return some.size();
        } catch (MongoBulkWriteException e) {
            onlyDuplicates(e);
            return some.size() - e.getWriteErrors().size();
        }
    }

    /** A sparse index would hold on to a null. */
    static void leaveOutWhatIsEmpty(Document document) {
        document.values().removeIf(Objects::isNull);
    }

    static void onlyDuplicates(MongoBulkWriteException e) {
        var duplicates = e.getWriteErrors().stream()
                .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
        if (!duplicates || e.getWriteConcernError() != null) throw e;
    }
}
