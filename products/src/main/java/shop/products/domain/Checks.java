package shop.products.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;

/** The bounds that several values share. */
final class Checks {

    private Checks() {}

    static String text(String pointer, String value, int longest) {
        if (value.isBlank()) throw Failure.invalid(pointer, "required", "must not be blank");
        return bounded(pointer, value, longest);
    }

    static String bounded(String pointer, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            throw Failure.invalid(pointer, "too_long", "must be " + longest + " characters at most");
        }
        return value;
    }

    static Optional<String> text(String pointer, Optional<String> value, int longest) {
        value.ifPresent(given -> text(pointer, given, longest));
        return value;
    }

    static int between(String pointer, int value, int least, int most) {
        if (value < least || value > most) {
            throw Failure.invalid(pointer, "out_of_range", "must be between " + least + " and " + most);
        }
        return value;
    }

    static <T> List<T> atMost(String pointer, List<T> values, int most) {
        if (values.size() > most) throw Failure.invalid(pointer, "too_many", "must be " + most + " at most");
        for (int i = 0; i < values.size(); i++) given(pointer + "/" + i, values.get(i));
        return List.copyOf(values);
    }

    /** Names with values, in the order given. */
    static Map<String, String> pairs(String pointer, Map<String, String> pairs, int most) {
        if (pairs.size() > most) throw Failure.invalid(pointer, "too_many", "must be " + most + " at most");
        pairs.forEach((name, value) -> {
            var at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (!readable(name)) {
                throw Failure.invalid(pointer, "invalid_characters", "a name holds NUL or half of a surrogate pair");
            }
            if (name.isBlank() || name.length() > 50 || name.indexOf('=') >= 0) {
                throw Failure.invalid(at, "invalid_format", "a name has 1 to 50 characters and no =");
            }
            text(at, given(at, value), 200);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    private static boolean readable(String name) {
        return name.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** JSON lets null into lists and maps, whatever their type says. */
    private static <T> T given(String pointer, T value) {
        if (value == null) throw Failure.invalid(pointer, "required", "must not be null");
        return value;
    }
}
