package shop.local;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import shop.platform.json.Json;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values made from JSON schemas: fitting ones, ones at the limits, and ones that nobody should send. Seeded. */
final class Noise {

    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");
    private static final int REMEMBERED = 200;
    private static final int DEEPEST = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud800",
            "x\udfff",
            "null",
            "-1",
            "1e309",
            "NaN",
            "9223372036854775808",
            "../../../etc/passwd",
            "..%2f..%2f",
            "%00",
            "%",
            "%zz",
            "<script>alert(1)</script>",
            "'; DROP TABLE orders; --",
            "{\"$gt\": \"\"}",
            "$where",
            "a.b.$.c",
            "${jndi:ldap://127.0.0.1/x}",
            "(a+)+$",
            "[",
            "*",
            "\"",
            "\\",
            "\r\nX-Injected: 1",
            "\u202egnp.exe",
            "\ufeff",
            "\u0130\u0131\ufb03\u00df",
            "👩‍👩‍👧‍👦",
            "e\u0301".repeat(500),
            "a".repeat(1_001),
            "ä".repeat(20_000),
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "2030-02-30T25:61:61Z");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "1.5",
            "0.1e-300",
            "1" + "0".repeat(60));

    private final RandomGenerator random;
    private final JsonNode schemas;
    private final Map<String, List<String>> ids = new HashMap<>();

    Noise(RandomGenerator random, JsonNode schemas, Map<String, List<String>> ids) {
        this.random = random;
        this.schemas = schemas;
        this.ids.putAll(ids);
    }

    /** Remembers the ids in an answer: later requests are about things that are really there. */
    void learn(String answer) {
        ID.matcher(answer).results().limit(50).forEach(found -> {
            var known = ids.computeIfAbsent(found.group().substring(0, 3), any -> new ArrayList<>());
            if (known.size() < REMEMBERED) known.add(found.group());
            else known.set(random.nextInt(REMEMBERED), found.group());
        });
    }

    Map<String, List<String>> ids() {
        return ids;
    }

    RandomGenerator random() {
        return random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    String hostile() {
        return pick(HOSTILE);
    }

    /** An id of this kind that exists, as far as is known; else one that could. */
    String id(String prefix) {
        var known = ids.getOrDefault(prefix, List.of());
        return known.isEmpty() || chance(5) ? prefix + "_01jd3v5kqkf4vbk9z8xw3n5r7t" : pick(known);
    }

    /** An id of any kind that exists. */
    String anyId() {
        return ids.isEmpty() ? "none" : id(pick(ids.keySet().stream().sorted().toList()));
    }

    /** A body for this schema: half of them fit, in the others something does not. */
    byte[] body(JsonNode schema) {
        if (chance(4)) return raw();
        var value = value(schema, DEEPEST);
        var wrongs = chance(50) ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < wrongs; i++) value = spoiled(value);
        var text = ASCII.writeValueAsString(value);
        if (chance(2)) text = text.substring(0, random.nextInt(text.length() + 1));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] raw() {
        return switch (random.nextInt(7)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1};
            case 2 -> new byte[] {'"', (byte) 0xc3, '"'};
            case 3 -> "[".repeat(5_000).getBytes(StandardCharsets.UTF_8);
            case 4 -> "{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8);
            case 5 -> "null".getBytes(StandardCharsets.UTF_8);
            default -> ("{\"a\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A value that fits this schema, often one at its limits. */
    JsonNode value(JsonNode given, int depth) {
        var schema = given.has("$ref") ? schemas.path(last(given.path("$ref").asString())) : given;
        if (schema.has("enum"))
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        if (schema.has("example") && chance(40)) return schema.path("example").deepCopy();
        return switch (type(schema)) {
            case "string" -> StringNode.valueOf(text(schema));
            case "integer" -> whole(schema);
            case "number" -> NODES.numberNode(random.nextDouble());
            case "boolean" -> NODES.booleanNode(chance(50));
            case "array" -> list(schema, depth);
            case "object" -> object(schema, depth);
            default -> chance(50) ? StringNode.valueOf(hostile()) : IntNode.valueOf(random.nextInt());
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("");
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private String text(JsonNode schema) {
        var id = Pattern.compile("\\^([a-z]{3})_\\[.*")
                .matcher(schema.path("pattern").asString(""));
        if (id.matches()) return id(id.group(1));
        var longest = Math.min(schema.path("maxLength").asInt(50), 12_000);
        return switch (random.nextInt(8)) {
            case 0 -> "x".repeat(longest);
            case 1 -> "x".repeat(longest + 1);
            case 2 -> "Ж".repeat(longest / 2);
            case 3 -> hostile();
            case 4 -> anyId();
            default -> schema.path("example").asString("text " + random.nextInt(100));
        };
    }

    private JsonNode whole(JsonNode schema) {
        var least = schema.path("minimum").bigIntegerValue(BigInteger.ZERO);
        var most = schema.path("maximum").bigIntegerValue(BigInteger.TEN);
        return switch (random.nextInt(6)) {
            case 0 -> NODES.numberNode(least);
            case 1 -> NODES.numberNode(most);
            case 2 -> NODES.numberNode(least.subtract(BigInteger.ONE));
            case 3 -> NODES.numberNode(most.add(BigInteger.ONE));
            default -> IntNode.valueOf(random.nextInt(1, 6));
        };
    }

    private JsonNode list(JsonNode schema, int depth) {
        var list = NODES.arrayNode();
        var size = depth <= 0 ? 0 : chance(2) ? 120 : random.nextInt(4);
        for (int i = 0; i < size; i++) list.add(value(schema.path("items"), depth - 1));
        return list;
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = NODES.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        if (depth > 0) {
            schema.path("properties").forEachEntry((name, property) -> {
                if (required.contains(name) || chance(60)) object.set(name, value(property, depth - 1));
            });
            var values = schema.path("additionalProperties");
            for (int i = 0; values.isObject() && i < random.nextInt(4); i++) {
                object.set(chance(70) ? "key" + i : hostile(), value(values, depth - 1));
            }
        }
        return object;
    }

    /** The same value with something wrong in one place. */
    private JsonNode spoiled(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty() && chance(85)) {
            var name = pick(List.copyOf(object.propertyNames()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(chance(50) ? "unknown" : hostile(), wrong());
                default -> object.set(name, spoiled(object.path(name)));
            }
            return object;
        }
        if (value instanceof ArrayNode array && !array.isEmpty() && chance(70)) {
            var at = random.nextInt(array.size());
            array.set(at, spoiled(array.path(at)));
            if (chance(20)) array.add(array.path(at));
            return array;
        }
        return wrong();
    }

    private JsonNode wrong() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> StringNode.valueOf(hostile());
            case 2 -> Json.TOLERANT.readTree(pick(NUMBERS));
            case 3 -> NODES.arrayNode().add(NODES.arrayNode());
            case 4 -> NODES.objectNode().put("$ne", 1);
            case 5 -> NODES.booleanNode(chance(50));
            default -> StringNode.valueOf(anyId());
        };
    }
}
