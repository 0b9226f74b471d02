package shop.platform.http;

import shop.platform.Failure;
import shop.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells from the mapper's complaint what the client did wrong, and where. */
final class BadJson {

    private BadJson() {}

    static Failure failure(JacksonException e) {
        var at = pointer(e);
        if (e instanceof StreamConstraintsException) {
            return Failure.invalid(
                    at,
                    "too_complex",
                    "is nested deeper than %d, or holds a text longer than %d, a name longer than 256 or a number longer than 50"
                            .formatted(Json.DEEPEST, Json.LONGEST_STRING));
        }
        var isJson = e instanceof DatabindException || e instanceof InputCoercionException;
        if (!isJson || notOne(e)) return Failure.malformed("malformed_json", "the body is not valid JSON");
        // a record's own constructor refused: it knows its field, the path knows where the record stands
        if (e.getCause() instanceof Failure failure) return failure.within(at);
        if (e.getCause() instanceof JacksonException inner && !(inner instanceof InputCoercionException)) {
            return failure(inner);
        }
        if (e instanceof UnrecognizedPropertyException) {
            return Failure.invalid(at, "unknown_field", "this field is not known here");
        }
        return missing(e)
                ? Failure.invalid(at, "required", "is required")
                : Failure.invalid(at, "invalid_value", "is not of the expected kind");
    }

    /** A JSON text is one value (RFC 8259 §2), neither none nor two. */
    private static boolean notOne(JacksonException e) {
        var message = e.getOriginalMessage();
        return message.startsWith("No content to map") || message.startsWith("Trailing token");
    }

    private static boolean missing(JacksonException e) {
        var message = e.getOriginalMessage();
        return message.startsWith("Null value for creator property")
                || message.startsWith("Cannot map `null` into type");
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            var name = step.getPropertyName();
            pointer.append('/').append(name == null ? step.getIndex() : escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
