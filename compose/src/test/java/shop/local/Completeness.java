package shop.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What an OpenAPI document leaves unsaid: descriptions, limits, examples, and the refusals its routes can answer. */
final class Completeness {

    private static final String JSON = "application/json";
    private static final Set<String> KINDS_OF_TEXT = Set.of("enum", "const", "format", "pattern");

    private final JsonNode document;
    private final List<String> gaps = new ArrayList<>();

    private Completeness(JsonNode document) {
        this.document = document;
    }

    /** One line for everything that is missing. */
    static List<String> gaps(JsonNode document) {
        var completeness = new Completeness(document);
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> completeness.operation(method + " " + path, operation)));
        document.at("/components/schemas").forEachEntry((name, schema) -> completeness.named("schema " + name, schema));
        return completeness.gaps;
    }

    private void operation(String name, JsonNode operation) {
        for (var text : List.of("summary", "description", "operationId")) says(name, operation, text);
        if (operation.path("tags").isEmpty()) gap(name, "has no tag");
        if (!operation.has("security")) gap(name, "does not say who may call");
        for (var parameter : operation.path("parameters")) {
            var where = name + " " + parameter.path("name").asString();
            says(where, parameter, "description");
            value(where, parameter.path("schema"));
        }
        content(name + " request", operation.path("requestBody"));
        operation.path("responses").forEachEntry((status, response) -> {
            says(name + " " + status, response, "description");
            content(name + " " + status, response);
        });
        for (var status : refusals(name, operation)) {
            if (!operation.path("responses").has(status)) gap(name, "does not say when it answers " + status);
        }
    }

    private void content(String where, JsonNode holder) {
        holder.path("content").forEachEntry((type, media) -> {
            if (!media.has("example")) gap(where + " " + type, "has no example");
            value(where + " " + type, media.path("schema"));
        });
    }

    /** What the server answers to a request with these parts, where it must. */
    private static Set<String> refusals(String name, JsonNode operation) {
        var statuses = new TreeSet<>(Set.of("400", "429", "500", "503"));
        var roles =
                operation.path("x-roles").valueStream().map(JsonNode::asString).toList();
        if (!roles.equals(List.of("public"))) statuses.add("401");
        if (!roles.contains("public")) statuses.add("403");
        if (name.contains("{")) statuses.add("404");
        if (operation.at("/requestBody/content").has(JSON)) statuses.addAll(Set.of("413", "415", "422"));
        for (var parameter : operation.path("parameters")) {
            switch (parameter.path("name").asString()) {
                case "Idempotency-Key" -> statuses.addAll(Set.of("409", "422"));
                case "If-Match" -> statuses.addAll(Set.of("412", "428"));
                case "If-None-Match" -> statuses.add("304");
                default -> {}
            }
        }
        return statuses;
    }

    private void named(String where, JsonNode schema) {
        says(where, schema, "description");
        value(where, schema);
    }

    private void value(String where, JsonNode schema) {
        if (schema.has("$ref")) return;
        if (is(schema, "string")) text(where, schema);
        if (is(schema, "integer")) limits(where, schema, "minimum", "maximum", "format");
        if (is(schema, "array")) {
            limits(where, schema, "maxItems");
            value(where + "[]", schema.path("items"));
        }
        schema.path("properties").forEachEntry((name, property) -> {
            if (!property.has("description") && !described(property)) gap(where + "." + name, "has no description");
            value(where + "." + name, property);
        });
        if (schema.path("additionalProperties").isObject()) {
            limits(where, schema, "maxProperties");
            value(where + "{}", schema.path("additionalProperties"));
        }
    }

    private void text(String where, JsonNode schema) {
        if (!schema.has("enum") && !schema.has("const")) limits(where, schema, "maxLength");
        if (KINDS_OF_TEXT.stream().noneMatch(schema::has)) gap(where, "does not say what it may hold");
    }

    private void limits(String where, JsonNode schema, String... limits) {
        for (var limit : limits) if (!schema.has(limit)) gap(where, "has no " + limit);
    }

    private boolean described(JsonNode property) {
        var reference = property.path("$ref").asString("").replaceFirst("^#", "");
        return !reference.isEmpty() && document.at(reference).has("description");
    }

    private static boolean is(JsonNode schema, String type) {
        var types = schema.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(each -> each.asString().equals(type))
                : types.asString("").equals(type);
    }

    private void says(String where, JsonNode node, String field) {
        if (node.path(field).asString("").isBlank()) gap(where, "has no " + field);
    }

    private void gap(String where, String what) {
        gaps.add(where + " " + what);
    }
}
