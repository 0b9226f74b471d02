package shop.platform.json;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategy;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * One JSON dialect, in two moods: null never enters a record, what is empty is left out, enums are snake_case and times
 * carry milliseconds.
 */
public final class Json {

    /** The longest string a client may send, in UTF-16 units. */
    public static final int LONGEST_STRING = 100_000;

    /** How deep a client's JSON may be nested. */
    public static final int DEEPEST = 50;

    /** Enums outside: DARK_RED is dark_red. */
    public static final EnumNamingStrategy NAMES = (config, type, name) -> name.toLowerCase(Locale.ROOT);

    /** For clients: what is not understood is refused, so that a typing error is never lost silently. */
    public static final JsonMapper STRICT = dialect(bounded())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(String.class, new CleanText()))
            .build();

    /** For events: what is not understood is ignored, so that a sibling may add a field without asking. */
    public static final JsonMapper TOLERANT = dialect(new JsonFactory())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** How an enum's constant is called outside. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonFactory bounded() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(256)
                        .maxNumberLength(50)
                        .build())
                .build();
    }

    private static JsonMapper.Builder dialect(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enumNamingStrategy(NAMES)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .addModule(new SimpleModule().addSerializer(Instant.class, new Milliseconds()));
    }

    private static final class Milliseconds extends ValueSerializer<Instant> {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(UTC);

        @Override
        public void serialize(Instant at, JsonGenerator out, SerializationContext context) {
            out.writeString(FORMAT.format(at));
        }
    }
}
