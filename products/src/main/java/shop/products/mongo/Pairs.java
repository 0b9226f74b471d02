package shop.products.mongo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Names that sellers choose may hold dots and dollars, which MongoDB keeps for itself: so they are values. */
final class Pairs {

    private record Pair(String name, String value) {}

    private Pairs() {}

    static final class Writer extends ValueSerializer<Map<String, String>> {

        @Override
        public void serialize(Map<String, String> pairs, JsonGenerator out, SerializationContext context) {
            List<Pair> list = pairs.entrySet().stream()
                    .map(pair -> new Pair(pair.getKey(), pair.getValue()))
                    .toList();
            out.writePOJO(list);
        }
    }

    static final class Reader extends ValueDeserializer<Map<String, String>> {

        @Override
        public Map<String, String> deserialize(JsonParser in, DeserializationContext context) {
            var pairs = new LinkedHashMap<String, String>();
            for (var pair : context.readValue(in, Pair[].class)) pairs.put(pair.name(), pair.value());
            return pairs;
        }
    }
}
