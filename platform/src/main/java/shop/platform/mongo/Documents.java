package shop.platform.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import shop.platform.json.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records as MongoDB documents: {@code id} is {@code _id}, instants are dates, enums are in lower case, what is empty is
 * null (so that {@code $set} takes it away). Fields of the document that the record does not name are ignored.
 *
 * @param <T> a record with a component {@code id}
 */
public final class Documents<T> {

    private final Class<T> type;
    private final JsonMapper mapper;

    private Documents(Class<T> type, JsonMapper mapper) {
        this.type = type;
        this.mapper = mapper;
    }

    public static <T> Documents<T> of(Class<T> type) {
        return of(type, Map.of());
    }

    /** With mix-ins that tell Jackson what the domain does not: which name a sealed state has, say. */
    public static <T> Documents<T> of(Class<T> type, Map<Class<?>, Class<?>> mixIns) {
        var builder = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enumNamingStrategy(Json.NAMES)
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.ALWAYS))
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, new AsDate())
                        .addSerializer(Date.class, new Untouched())
                        .addDeserializer(Instant.class, new FromDate()));
        mixIns.forEach(builder::addMixIn);
        return new Documents<>(type, builder.build());
    }

    public Document write(T value) {
        var fields = mapper.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
        var id = fields.remove("id");
        var document = new Document();
        if (id != null) document.append("_id", id);
        document.putAll(fields);
        return document;
    }

    public T read(Document document) {
        var fields = new LinkedHashMap<String, Object>(document);
        var id = fields.remove("_id");
        if (id != null) fields.put("id", id);
        return mapper.convertValue(fields, type);
    }

    private static final class AsDate extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant at, JsonGenerator out, SerializationContext context) {
            out.writeEmbeddedObject(Date.from(at));
        }
    }

    /** On the way from a document to a record, a date stays what it is. */
    private static final class Untouched extends ValueSerializer<Date> {

        @Override
        public void serialize(Date at, JsonGenerator out, SerializationContext context) {
            out.writeEmbeddedObject(at);
        }
    }

    private static final class FromDate extends StdDeserializer<Instant> {

        FromDate() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT && in.getEmbeddedObject() instanceof Date date) {
                return date.toInstant();
            }
            return (Instant) context.handleUnexpectedToken(Instant.class, in);
        }
    }
}
