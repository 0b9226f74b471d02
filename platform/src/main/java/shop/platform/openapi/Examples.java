package shop.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examples of whole documents, put together from those of their fields. */
final class Examples {

    private static final int DEEPEST = 6;

    private final Map<String, Schema<?>> named;

    Examples(Map<String, Schema<?>> named) {
        this.named = named;
    }

    @Nullable
    Object of(Schema<?> schema) {
        return of(schema, DEEPEST);
    }

    private @Nullable Object of(Schema<?> schema, int depth) {
        if (schema.getExample() != null) return schema.getExample();
        if (schema.getExamples() != null && !schema.getExamples().isEmpty())
            return schema.getExamples().getFirst();
        if (schema.get$ref() != null) return depth == 0 ? null : of(referred(schema), depth - 1);
        if (schema.getEnum() != null && !schema.getEnum().isEmpty())
            return schema.getEnum().getFirst();
        if (schema.getProperties() != null) return object(schema, depth);
        if (schema.getItems() != null) return list(schema, depth);
        return plain(schema);
    }

    private Schema<?> referred(Schema<?> schema) {
        var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        var target = named.get(name);
        if (target == null) throw new IllegalStateException("there is no schema " + name);
        return target;
    }

    private Map<String, Object> object(Schema<?> schema, int depth) {
        var example = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((name, property) -> {
            var value = of(property, depth);
            if (value != null) example.put(name, value);
        });
        return example;
    }

    private List<Object> list(Schema<?> schema, int depth) {
        var example = new ArrayList<Object>();
        var item = of(schema.getItems(), depth);
        if (item != null) example.add(item);
        return example;
    }

    private static Object plain(Schema<?> schema) {
        var types =
                schema.getTypes() == null ? List.of(String.valueOf(schema.getType())) : List.copyOf(schema.getTypes());
        if (types.contains("object")) return Map.of();
        if (types.contains("array")) return List.of();
        if (types.contains("integer") || types.contains("number")) return 1;
        if (types.contains("boolean")) return true;
        return "date-time".equals(schema.getFormat()) ? "2030-01-02T12:00:00.000Z" : "text";
    }
}
