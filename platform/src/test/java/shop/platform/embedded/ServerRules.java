package shop.platform.embedded;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every MongoDB from 4.4 on refuses and the stand-in lets pass, and what only later ones understand: so that what
 * passes here passes there. In case of doubt it refuses more than they do.
 */
final class ServerRules {

    private static final Set<String> CONDITIONS = Set.of(
            "$and",
            "$or",
            "$nor",
            "$not",
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$exists",
            "$type",
            "$size",
            "$all",
            "$elemMatch",
            "$regex",
            "$options",
            "$mod");
    private static final Set<String> CHOICES = Set.of("$and", "$or", "$nor");
    private static final Set<String> STAGES = Set.of(
            "$match",
            "$group",
            "$sort",
            "$limit",
            "$skip",
            "$project",
            "$addFields",
            "$unwind",
            "$lookup",
            "$count",
            "$facet",
            "$bucket",
            "$replaceRoot",
            "$sortByCount",
            "$merge",
            "$out");
    private static final Set<String> EXPRESSIONS =
            Set.of("$sum", "$avg", "$min", "$max", "$first", "$last", "$push", "$addToSet", "$cond", "$ifNull");
    private static final Set<String> SETTING =
            Set.of("$set", "$setOnInsert", "$unset", "$rename", "$min", "$max", "$currentDate");
    private static final Set<String> CHANGING =
            Set.of("$inc", "$mul", "$push", "$addToSet", "$pull", "$pullAll", "$pop", "$bit");
    private static final Set<String> OF_PUSHES = Set.of("$each", "$slice", "$sort", "$position");

    /** A name of a database with what is allowed on no system or not on all. */
    private static final Pattern MISNAMED = Pattern.compile("|.{64,}|.*[/\\\\. \"$*<>:|?].*");

    private final Map<String, String> databases = new ConcurrentHashMap<>();
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    /** @throws MongoServerError with a real server's code, when that would refuse the command */
    void check(String database, Document command) {
        var name = command.keySet().iterator().next();
        named(database);
        if (command.containsKey("startTransaction")) throw refused(20, "no transactions without a replica set");
        var collection = database + "." + command.get(name);
        var shape = shapes.computeIfAbsent(collection, any -> new Shape());
        switch (name) {
            case "find" -> asked(command.get("filter"));
            case "count", "distinct" -> asked(command.get("query"));
            case "delete" -> list(command, "deletes").forEach(each -> asked(each.get("q")));
            case "aggregate" -> list(command, "pipeline").forEach(ServerRules::staged);
            case "createIndexes" -> list(command, "indexes").forEach(shape::index);
            case "insert" -> list(command, "documents").forEach(each -> each.forEach(shape::takes));
            case "update" -> list(command, "updates").forEach(each -> changed(shape, each.get("q"), each.get("u")));
            case "findAndModify" -> changed(shape, command.get("query"), command.get("update"));
            case "drop" -> shapes.remove(collection);
            case "dropDatabase" -> shapes.keySet().removeIf(each -> each.startsWith(database + "."));
            default -> {}
        }
    }

    /** Who asks for no order gets another than that of coming: a real server has that of whatever index it uses. */
    void shuffle(Document command, Document reply) {
        if (!command.containsKey("find") || command.containsKey("sort")) return;
        if (reply.get("cursor") instanceof Document cursor && cursor.get("firstBatch") instanceof List<?> found) {
            cursor.put("firstBatch", List.copyOf(found).reversed());
        }
    }

    private void named(String database) {
        if (MISNAMED.matcher(database).matches()) throw refused(73, "Invalid database name: '" + database + "'");
        var known = databases.putIfAbsent(database.toLowerCase(Locale.ROOT), database);
        if (known != null && !known.equals(database)) {
            throw refused(13297, "db already exists with different case already have: [" + known + "]");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Document> list(Document command, String field) {
        return (List<Document>) requireNonNull(command.get(field));
    }

    private static void asked(@Nullable Object query) {
        known(CONDITIONS, query, "unknown operator");
    }

    private static void known(Set<String> operators, @Nullable Object value, String refusal) {
        if (value instanceof List<?> all) all.forEach(each -> known(operators, each, refusal));
        if (!(value instanceof Document document)) return;
        document.forEach((name, inner) -> {
            if (name.startsWith("$") && !operators.contains(name)) throw refused(2, refusal + ": " + name);
            if (CHOICES.contains(name) && inner instanceof List<?> all && all.isEmpty()) {
                throw refused(2, "$and/$or/$nor must be a nonempty array");
            }
            known(operators, inner, refusal);
        });
    }

    private static void staged(Document stage) {
        stage.forEach((name, value) -> {
            if (!STAGES.contains(name)) throw refused(40324, "Unrecognized pipeline stage name: '" + name + "'");
            if (name.equals("$match")) asked(value);
            else known(EXPRESSIONS, value, "Unrecognized expression");
            if (name.equals("$limit") && value instanceof Number limit && limit.longValue() <= 0) {
                throw refused(15958, "the limit must be positive");
            }
        });
    }

    private static void changed(Shape shape, @Nullable Object query, @Nullable Object update) {
        asked(query);
        if (!(update instanceof Document document)) throw refused(9, "an update must be a document");
        if (document.keySet().stream().noneMatch(name -> name.startsWith("$"))) {
            document.forEach(shape::takes);
            return;
        }
        var paths = new ArrayList<String>();
        document.forEach((operator, changes) -> {
            if (!(changes instanceof Document each) || each.isEmpty()) {
                throw refused(
                        9, "'" + operator + "' is empty. You must specify a field like so: {$mod: {<field>: ...}}");
            }
            each.forEach((path, value) -> {
                apart(path, paths);
                changed(shape, operator, path, value);
            });
        });
    }

    private static void apart(String path, List<String> others) {
        for (var other : others) {
            if ((other + ".").startsWith(path + ".") || (path + ".").startsWith(other + ".")) {
                throw refused(40, "Updating the path '" + path + "' would create a conflict at '" + other + "'");
            }
        }
        others.add(path);
    }

    private static void changed(Shape shape, String operator, String path, @Nullable Object value) {
        if (SETTING.contains(operator)) {
            shape.takes(path, value);
            return;
        }
        if (!CHANGING.contains(operator)) throw refused(9, "Unknown modifier: " + operator);
        if (operator.equals("$pull")) asked(value);
        else known(OF_PUSHES, value, "Unrecognized clause in " + operator);
        shape.changes(path, operator);
    }

    static MongoServerError refused(int code, String message) {
        return new MongoServerError(code, "AsARealServer", message);
    }
}
