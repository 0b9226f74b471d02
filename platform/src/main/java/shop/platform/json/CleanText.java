package shop.platform.json;

import shop.platform.Failure;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Strings as clients may send them: no NUL and no half characters, which databases and mails would garble. */
final class CleanText extends StdDeserializer<String> {

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, in);
        }
        var text = in.getString();
        if (!isClean(text)) throw Failure.invalid("", "invalid_characters", "holds NUL or half of a surrogate pair");
        return text;
    }

    private static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
