package shop.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What handlers read from a request, and the lists they answer with. */
public final class Http {

    static final int LARGEST_BODY = 1 << 20;

    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final byte[] NOTHING = {'{', '}'};
    private static final String BODY = "body";
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Http() {}

    /** The body of a request, which has to be JSON and must fit the record to the letter. */
    public static <T> T body(Context ctx, Class<T> type) {
        return record(text(json(ctx)), type);
    }

    /** One of many JSON documents in a body; what is wrong with it is a failure, as it is with a whole body. */
    public static <T> T parsed(byte[] json, Class<T> type) {
        try {
            return record(text(json), type);
        } catch (JacksonException e) {
            throw BadJson.failure(e);
        }
    }

    private static <T> T record(String json, Class<T> type) {
        var record = Json.STRICT.readValue(json, type);
        if (record == null) throw Failure.invalid("", "invalid_value", "must be an object"); // JSON's null
        return record;
    }

    /** What remains of the current state when the body is merged into it (RFC 7396): null takes a field away. */
    public static <T> T merged(Context ctx, T current, Class<T> type) {
        var patch = Json.STRICT.readTree(text(json(ctx)));
        if (!(patch instanceof ObjectNode)) throw Failure.invalid("", "invalid_value", "must be an object");
        return Json.STRICT.treeToValue(merge(Json.STRICT.valueToTree(current), patch), type);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) return patch;
        var result = target instanceof ObjectNode object ? object : Json.STRICT.createObjectNode();
        for (var change : changes.properties()) {
            var before = result.path(change.getKey());
            if (change.getValue().isNull()) result.remove(change.getKey());
            else result.set(change.getKey(), merge(before, change.getValue()));
        }
        return result;
    }

    /** What says nothing at all is an object with nothing in it; whether that will do is up to the record. */
    private static byte[] json(Context ctx) {
        return isEmpty(ctx) ? NOTHING : bytes(ctx);
    }

    /** To the letter: the mapper alone would take UTF-16, and bytes that are no character. */
    private static String text(byte[] json) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw Failure.malformed("malformed_json", "the body is not UTF-8");
        }
    }

    static boolean isEmpty(Context ctx) {
        return ctx.contentType() == null && bytes(ctx).length == 0;
    }

    /** As it came over the wire, and in the only charset there is: neither compressed nor in another one. */
    static boolean isPlainUtf8(Context ctx) {
        var declared = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
        var charset = declared.contains("charset=")
                ? declared.replaceFirst(".*charset=\"?([^\";]*).*", "$1").strip()
                : "utf-8";
        return charset.equals("utf-8") && ctx.header("Content-Encoding") == null;
    }

    static String mediaType(Context ctx) {
        var declared = Optional.ofNullable(ctx.contentType()).orElse("");
        return declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The whole body, read once and never beyond the limit, whatever length was declared. */
    public static byte[] bytes(Context ctx) {
        byte[] known = ctx.attribute(BODY);
        if (known != null) return known;
        var body = new Arrival(ctx).bytes(LARGEST_BODY);
        ctx.attribute(BODY, body);
        return body;
    }

    /** A body of any length as it comes in; one that breaks off, or stops coming, is the caller's failure. */
    public static InputStream stream(Context ctx) {
        return new Arrival(ctx);
    }

    /** Which part of a list is asked for: {@code limit} and {@code cursor}. */
    public static Page.Request page(Context ctx) {
        var limit = query(ctx, "limit", Integer::valueOf).orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > LARGEST_LIMIT) throw parameter("limit", "must be between 1 and " + LARGEST_LIMIT);
        return new Page.Request(
                limit,
                query(ctx, "cursor").map(cursor -> ctx.appData(Web.CURSORS).read(Links.list(ctx), cursor)));
    }

    /** Answers with a page, the cursor of the next one, and a Link to it (RFC 8288). */
    public static void answer(Context ctx, Page<?> page) {
        ctx.json(new Listing(page.items(), next(ctx, page).orElse(null)));
    }

    /** The cursor of the page after this one, and a Link to it: for lists that say more than their items. */
    public static Optional<String> next(Context ctx, Page<?> page) {
        var next = page.next().map(position -> ctx.appData(Web.CURSORS).write(Links.list(ctx), position));
        next.ifPresent(cursor -> ctx.header("Link", "<" + Links.next(ctx, cursor) + ">; rel=\"next\""));
        return next;
    }

    public static Optional<String> query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    /** A query parameter in another form; whatever the parser refuses is a 400 that names the parameter. */
    public static <T> Optional<T> query(Context ctx, String name, Function<String, T> parser) {
        try {
            return query(ctx, name).map(parser);
        } catch (IllegalArgumentException | DateTimeParseException | JacksonException e) {
            throw parameter(name, "is not understood");
        }
    }

    /** A time in the years that a database can tell apart. */
    public static Optional<Instant> time(Context ctx, String name) {
        return query(ctx, name, text -> {
            var at = Instant.parse(text);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) throw new IllegalArgumentException(text);
            return at;
        });
    }

    /** An enum's constant by its name outside, in lower case. */
    public static <E extends Enum<E>> Optional<E> query(Context ctx, String name, Class<E> type) {
        return query(ctx, name, text -> {
            for (var constant : type.getEnumConstants()) if (Json.name(constant).equals(text)) return constant;
            throw new IllegalArgumentException(text);
        });
    }

    public static Failure parameter(String name, String wrong) {
        return Failure.malformed("invalid_parameter", "the query parameter " + name + " " + wrong)
                .with("parameter", name);
    }

    /** The caller's Idempotency-Key, for routes that make something new exactly once even after a crash. */
    public static Optional<String> key(Context ctx) {
        return Optional.ofNullable(ctx.header("Idempotency-Key"));
    }
}
