package shop.platform.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.PatternFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import shop.platform.testing.Client.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one OpenAPI document says of answers: their statuses, their kinds of content, their fields and values. */
final class Promised {

    private static final String PROBLEM = "application/problem+json";

    private static final Set<String> LINES = Set.of("application/x-ndjson", "text/csv");

    /** Refused before anybody looked for a route: what every document says at its beginning. */
    private static final Set<Integer> EARLY = Set.of(400, 408, 414, 417, 431, 501, 505);

    private static final String ID = "^id_[0-9a-z]{26}$";

    /** The library's own idea of an e-mail address knows no top-level domain for tests. */
    private static final Format EMAIL = PatternFormat.of("email", "^[^@\\s]+@[^@\\s]+$", "format.email");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getOpenApi31()).format(EMAIL).build(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private record Path(Pattern pattern, String template, JsonNode item) {}

    private final List<Path> paths = new ArrayList<>();
    private final JsonNode components;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * Holds answers against this document.
     *
     * @param alone whether the service stands without its siblings: then people and things have names that tests gave them
     */
    Promised(JsonNode document, boolean alone) {
        var exact = document.deepCopy();
        close(exact);
        if (alone) nameFreely(exact);
        components = exact.path("components");
        exact.path("paths").forEachEntry((template, item) -> paths.add(new Path(pattern(template), template, item)));
        paths.sort(Comparator.comparing(path -> path.template().replaceAll("\\{[^}]+}", "\uffff")));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Clients must bear more fields than they know; these answers may not have any. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.values().forEach(Promised::close);
    }

    private static void nameFreely(JsonNode node) {
        if (node instanceof ObjectNode object
                && ID.equals(object.path("pattern").asString("").replaceFirst("[a-z]{3}", "id"))) {
            object.remove("pattern");
        }
        node.values().forEach(Promised::nameFreely);
    }

    /** A line for each thing that is not as promised; nothing for what is not in this document at all. */
    List<String> faults(String method, String at, Reply reply) {
        var name = method.toLowerCase(Locale.ROOT);
        return paths.stream()
                .filter(path -> path.pattern().matcher(at).matches())
                .findFirst()
                .filter(path -> path.item().has(name))
                .map(path -> faults(
                        method + " " + path.template() + " " + reply.status(),
                        path.item().path(name),
                        reply))
                .orElse(List.of());
    }

    private List<String> faults(String name, JsonNode operation, Reply reply) {
        var type = reply.header("Content-Type").split(";", 2)[0].strip();
        var response = operation.path("responses").path(Integer.toString(reply.status()));
        if (response.isMissingNode()) {
            if (EARLY.contains(reply.status()) && type.equals(PROBLEM)) return List.of();
            return List.of(name + ": the document does not have this status");
        }
        if (response.path("headers").has("ETag") && reply.header("ETag").isEmpty()) {
            return List.of(name + ": the document says that there is an ETag");
        }
        var content = response.path("content");
        if (isEmpty(reply)) {
            return content.isEmpty() || isLines(content, type)
                    ? List.of()
                    : List.of(name + ": is empty, and the document says otherwise");
        }
        if (!content.has(type)) return List.of(name + ": the document does not have the kind of content " + type);
        if (!type.matches("application/([a-z.-]+\\+)?json")) return List.of();
        return schemas
                .computeIfAbsent(
                        name + " " + type, any -> schema(content.path(type).path("schema")))
                .validate(reply.body())
                .stream()
                .map(error -> name + ": " + said(error))
                .toList();
    }

    /** A document of lines may have none. */
    private static boolean isLines(JsonNode content, String type) {
        return content.has(type) && LINES.contains(type);
    }

    private static boolean isEmpty(Reply reply) {
        return reply.body().isMissingNode()
                || (reply.body().isString() && reply.body().asString().isEmpty());
    }

    private static String said(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }

    private Schema schema(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return REGISTRY.getSchema(whole);
    }
}
