package shop.activity.mongo;

import java.util.Objects;
import org.bson.Document;
import shop.activity.domain.Entry;
import shop.platform.mongo.Documents;

/** An entry as it is kept. */
final class EntryDocument {

    static final Documents<Entry> MAPPING = Documents.of(Entry.class);

    private EntryDocument() {}

    /** What is empty is left out: a sparse index would hold on to a null. */
    static Document write(Entry entry) {
        var document = MAPPING.write(entry);
        document.values().removeIf(Objects::isNull);
        return document;
    }
}
