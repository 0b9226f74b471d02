package shop.platform.embedded;

import static java.util.Objects.requireNonNull;
import static shop.platform.embedded.ServerRules.refused;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has been seen of a collection: its indexes, and where it has ever held arrays and nulls. */
final class Shape {

    private record Index(List<Map.Entry<String, Object>> keys, Document all) {

        static Index of(Document all) {
            return new Index(List.copyOf(((Document) requireNonNull(all.get("key"))).entrySet()), all);
        }

        boolean unique() {
            return Boolean.TRUE.equals(all.get("unique"));
        }

        boolean expires() {
            return all.containsKey("expireAfterSeconds");
        }
    }

    private static final Set<String> OF_PARTS = Set.of("$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$type", "$and");
    private static final Pattern POSITIONS = Pattern.compile("\\.\\$(\\[\\w*])?");
    private static final int MOST_INDEXES = 63; // and the one of the id

    private final Map<String, Index> indexes = new ConcurrentHashMap<>();
    private final Set<String> arrays = ConcurrentHashMap.newKeySet();
    private final Set<String> nulls = ConcurrentHashMap.newKeySet();
    private final Set<String> unique = ConcurrentHashMap.newKeySet();
    private final Set<String> ending = ConcurrentHashMap.newKeySet();

    void index(Document wanted) {
        var index = Index.of(wanted.cloneDeeply()); // the stand-in writes its own notes into the other
        var name = String.valueOf(wanted.get("name"));
        indexes.forEach((other, known) -> {
            var same = known.keys().equals(index.keys());
            if (same && !other.equals(name)) throw refused(85, "Index already exists with a different name: " + other);
            if (other.equals(name) && !known.equals(index)) throw refused(86, "there is another index called " + name);
        });
        if (index.expires() && index.keys().size() > 1) throw refused(67, "TTL indexes are single-field indexes");
        if (wanted.get("partialFilterExpression") instanceof Document part) partly(part);
        indexes.put(name, index);
        for (var key : index.keys()) {
            if (index.unique()) unique.add(key.getKey());
            if (index.expires()) ending.add(key.getKey());
        }
        if (indexes.size() > MOST_INDEXES) throw refused(67, "add index fails, too many indexes");
        parallel();
    }

    private static void partly(Document part) {
        part.forEach((name, value) -> {
            var missing = name.equals("$exists") && Boolean.FALSE.equals(value);
            if (missing || (name.startsWith("$") && !OF_PARTS.contains(name))) {
                throw refused(67, "unsupported expression in partial index: " + name);
            }
            if (value instanceof Document inner) partly(inner);
            if (value instanceof List<?> all) all.forEach(each -> partly((Document) each));
        });
    }

    /** A value comes to be there, in a new document or by a change. */
    void takes(String path, @Nullable Object value) {
        holds(path.indexOf('$') < 0 ? path : POSITIONS.matcher(path).replaceAll(""), value);
    }

    private void holds(String path, @Nullable Object value) {
        if (value == null) nulls.add(path);
        if (value instanceof Instant time) lasts(path, time);
        if (value instanceof Document document) within(path, document);
        if (value instanceof List<?> all) {
            if (all.isEmpty()) distinct(path);
            if (arrays.add(path)) parallel();
            for (var each : all) if (each instanceof Document document) within(path, document);
        }
    }

    private void within(String path, Document document) {
        document.forEach((name, inner) -> {
            if (name.startsWith("$")) throw refused(52, "The dollar ($) prefixed field '" + name + "' in " + path);
            if (name.contains(".")) throw refused(57, "The dotted field '" + name + "' in '" + path);
            holds(path + "." + name, inner);
        });
    }

    /** What adds to a value needs one: missing is nothing, but null is no number and no array. */
    void changes(String path, String operator) {
        if (nulls.contains(path)) throw refused(14, "Cannot apply " + operator + " to " + path + ", which may be null");
    }

    /** Two fields of an index may lie in the same array, not in two of them. */
    private void parallel() {
        for (var index : indexes.values()) {
            var within = new HashSet<String>();
            for (var key : index.keys()) {
                arrays.stream()
                        .filter(array -> (key.getKey() + ".").startsWith(array + "."))
                        .forEach(within::add);
            }
            if (within.size() > 1) throw refused(171, "cannot index parallel arrays " + within);
        }
    }

    /** In an index, an empty array is a value like any other, and like the next empty array. */
    private void distinct(String path) {
        if (unique.contains(path)) throw refused(11000, "E11000 duplicate key error: empty arrays at " + path);
    }

    /** What is expired when it is written goes within a minute, and no test knows in which moment. */
    private void lasts(String path, Instant time) {
        if (ending.contains(path) && time.isBefore(Instant.now()))
            throw refused(1, "gone at once: " + path + " " + time);
    }
}
