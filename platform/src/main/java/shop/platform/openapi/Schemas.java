package shop.platform.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shop.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas (2020-12) of records: a component is required unless it is Optional; enums are called as in JSON. */
final class Schemas extends ModelResolver {

    private final ModelConverterContextImpl context;

    Schemas() {
        super(Json31.mapper());
        openapi31(true);
        context = new ModelConverterContextImpl(this);
    }

    /** A reference to the schema of this type, or the schema itself where it has no name. */
    Schema<?> of(Class<?> type) {
        return context.resolve(new AnnotatedType(type).resolveAsRef(true));
    }

    /** All schemas that have a name, by it. */
    Map<String, Schema<?>> named() {
        var all = new TreeMap<String, Schema<?>>();
        context.getDefinedModels().forEach((name, schema) -> {
            Bounds.complete(schema);
            all.put(name, schema);
        });
        return all;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares it
    public @Nullable Schema resolve(
            AnnotatedType annotated, ModelConverterContext known, Iterator<ModelConverter> chain) {
        var type = TypeFactory.defaultInstance().constructType(annotated.getType());
        if (isAnything(type)) return described(anything(type), annotated);
        if (type.isEnumType()) return described(enumeration(type.getRawClass()), annotated);
        var schema = super.resolve(annotated, known, chain);
        if (type.isRecordType()) requireComponents(type.getRawClass(), known);
        return schema;
    }

    private static Schema<?> anything(JavaType type) {
        var schema = new JsonSchema();
        if (type.hasRawClass(ObjectNode.class)) schema.types(Set.of("object"));
        return schema;
    }

    private static boolean isAnything(JavaType type) {
        return type.hasRawClass(Object.class) || type.getRawClass().getName().startsWith("tools.jackson.databind");
    }

    private static Schema<?> described(Schema<?> schema, AnnotatedType annotated) {
        if (annotated.getCtxAnnotations() != null) {
            for (var annotation : annotated.getCtxAnnotations()) {
                if (annotation instanceof io.swagger.v3.oas.annotations.media.Schema said) {
                    schema.description(said.description());
                }
            }
        }
        return schema;
    }

    private static Schema<?> enumeration(Class<?> type) {
        var schema = new JsonSchema();
        schema.types(Set.of("string"));
        for (var constant : type.getEnumConstants()) schema.addEnumItemObject(Json.name((Enum<?>) constant));
        return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as the library declares it
    private static void requireComponents(Class<?> type, ModelConverterContext known) {
        for (var model : known.getDefinedModels().entrySet()) {
            if (!model.getKey().equals(type.getSimpleName()) || model.getValue().getProperties() == null) continue;
            model.getValue().setRequired(required(type));
        }
    }

    private static List<String> required(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isOptional(component))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
