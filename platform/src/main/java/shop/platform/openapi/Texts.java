package shop.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.regex.Pattern;
import shop.platform.json.Json;

/** Says of a text what it may hold, where its schema does not say so itself: its example shows what kind it is. */
final class Texts {

    /** What the server lets in: anything but NUL. */
    static final String ANY = "^[^\\x00]*$";

    private static final Pattern ID = Pattern.compile("([a-z]{3})_[0-9a-z]{26}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private static final int TIME = 30; // characters of an RFC 3339 time, with room for an offset
    private static final int LONGEST_ID = 40;

    private Texts() {}

    static void complete(Schema<?> text) {
        if (text.getEnum() != null) return;
        var example = String.valueOf(text.getExample());
        var id = ID.matcher(example);
        if (text.getMaxLength() == null) text.setMaxLength(longest(text, id.matches()));
        if (text.getFormat() != null || text.getPattern() != null) return;
        if (id.matches()) text.setPattern("^" + id.group(1) + "_[0-9a-z]{26}$");
        else if (EMAIL.matcher(example).matches()) text.setFormat("email");
        else if (ADDRESS.matcher(example).matches()) text.setFormat("uri");
        else text.setPattern(ANY);
    }

    private static int longest(Schema<?> text, boolean id) {
        if ("date-time".equals(text.getFormat())) return TIME;
        return id ? LONGEST_ID : Json.LONGEST_STRING;
    }
}
