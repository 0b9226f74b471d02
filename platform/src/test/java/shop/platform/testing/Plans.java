package shop.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import shop.platform.Page;

/** How MongoDB goes about a query: by its own word where it is a real one, else worked out on paper. */
public final class Plans {

    private static final Set<String> QUERIES =
            Set.of("find", "aggregate", "distinct", "update", "delete", "findAndModify");
    private static final Set<String> ENVELOPE = Set.of("lsid", "txnNumber", "readConcern", "writeConcern", "maxTimeMS");

    private Plans() {}

    /** Asserts that all these queries and changes, on an empty database, ride on indexes: none reads all, none sorts. */
    public static void assertIndexed(Consumer<MongoDatabase> queries) {
        Queue<Document> asked = new ConcurrentLinkedQueue<>();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestMongo.uri()))
                .addCommandListener(noting(asked))
                .build();
        try (var client = MongoClients.create(settings)) {
            var database = client.getDatabase(TestMongo.freshName());
            queries.accept(database);
            assertThat(asked).isNotEmpty();
            for (var query : List.copyOf(asked)) {
                if (TestMongo.isReal()) assertExplained(database, query);
                else assertPlausible(database, query);
            }
        }
    }

    private static void assertExplained(MongoDatabase database, Document query) {
        var plan = database.runCommand(new Document("explain", query).append("verbosity", "queryPlanner"));
        assertThat(stages(plan)).as("%s: %s", query, plan).isNotEmpty().doesNotContain("COLLSCAN", "SORT");
    }

    private static void assertPlausible(MongoDatabase database, Document query) {
        var name = query.values().iterator().next().toString();
        var indexes = database.getCollection(name).listIndexes().into(new ArrayList<>());
        indexes.add(new Document("key", new Document("_id", 1)));
        assertThat(new PaperPlans(indexes).indexed(filter(query), sort(query)))
                .as("%s rides on one of %s", query, indexes)
                .isTrue();
    }

    private static Document filter(Document query) {
        return switch (query.keySet().iterator().next()) {
            case "find" -> query.get("filter", new Document());
            case "aggregate" -> stage(query, "$match");
            case "update" -> query.getList("updates", Document.class).getFirst().get("q", Document.class);
            case "delete" -> query.getList("deletes", Document.class).getFirst().get("q", Document.class);
            default -> query.get("query", new Document());
        };
    }

    private static Document sort(Document query) {
        return query.containsKey("pipeline") ? new Document() : query.get("sort", new Document());
    }

    private static Document stage(Document query, String name) {
        return query.getList("pipeline", Document.class).getFirst().get(name, new Document());
    }

    /** The first page of a list, and a later one: after an entry with this value of the field it is sorted by. */
    public static List<Page.Request> pages(Object value) {
        var form = JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
        var position = new Document("_id", "x").append("value", value).toJson(form);
        return List.of(Page.Request.first(20), new Page.Request(20, Optional.of(position)));
    }

    private static CommandListener noting(Queue<Document> asked) {
        return new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (QUERIES.contains(event.getCommandName())) asked.addAll(bare(event));
            }
        };
    }

    /** The command as explain takes it: without what the driver puts around it, and one change at a time. */
    private static List<Document> bare(CommandStartedEvent event) {
        var command = Document.parse(event.getCommand().toJson());
        command.keySet().removeIf(key -> key.startsWith("$") || ENVELOPE.contains(key));
        var changes = event.getCommandName() + "s";
        if (!command.containsKey(changes)) return List.of(command);
        return command.getList(changes, Document.class).stream()
                .map(change -> new Document(command).append(changes, List.of(change)))
                .toList();
    }

    /** The stages of all plans that won, as all versions tell them: nested, in branches, in shards, in pipelines. */
    static Set<String> stages(Document explained) {
        var stages = new HashSet<String>();
        for (var plan : named("winningPlan", explained)) {
            for (var stage : named("stage", plan)) stages.add(stage.toString());
        }
        return stages;
    }

    private static List<Object> named(String name, Object within) {
        var found = new ArrayList<Object>();
        if (within instanceof List<?> list) list.forEach(each -> found.addAll(named(name, each)));
        if (within instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (name.equals(key)) found.add(value);
                found.addAll(named(name, value));
            });
        }
        return found;
    }
}
