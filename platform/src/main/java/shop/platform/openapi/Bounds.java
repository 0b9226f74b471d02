package shop.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of every schema how large its values can get, where it does not say so itself: the server's own limits hold. */
final class Bounds {

    private static final int MOST_ITEMS = 1_000;

    private Bounds() {}

    static void complete(@Nullable Schema<?> schema) {
        if (schema == null || schema.get$ref() != null) return;
        if (is(schema, "string")) Texts.complete(schema);
        if (is(schema, "integer")) integer(schema);
        if (is(schema, "array") && schema.getMaxItems() == null) schema.setMaxItems(MOST_ITEMS);
        if (is(schema, "array") && schema.getItems() == null) schema.setItems(new Schema<>());
        complete(schema.getItems());
        if (schema.getProperties() != null) schema.getProperties().values().forEach(Bounds::complete);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) map(schema, values);
    }

    private static void map(Schema<?> schema, Schema<?> values) {
        if (schema.getMaxProperties() == null) schema.setMaxProperties(MOST_ITEMS);
        complete(values);
    }

    private static void integer(Schema<?> schema) {
        var wide = "int64".equals(schema.getFormat());
        if (schema.getFormat() == null) schema.setFormat("int32");
        if (schema.getMinimum() == null) {
            schema.setMinimum(new BigDecimal(wide ? Long.MIN_VALUE : Integer.MIN_VALUE));
        }
        if (schema.getMaximum() == null) {
            schema.setMaximum(new BigDecimal(wide ? Long.MAX_VALUE : Integer.MAX_VALUE));
        }
    }

    private static boolean is(Schema<?> schema, String type) {
        return type.equals(schema.getType())
                || Set.of(type).equals(schema.getTypes())
                || (schema.getTypes() != null
                        && schema.getTypes().contains(type)
                        && schema.getTypes().size() == 2);
    }
}
