package shop.orders.domain;

import java.util.List;
import java.util.Optional;
import shop.platform.Failure;

/** The bounds that several values share. */
final class Checks {

    private Checks() {}

    static String text(String pointer, String value, int longest) {
        if (value.isBlank()) throw Failure.invalid(pointer, "required", "must not be blank");
        return optionalText(pointer, value, longest);
    }

    static void text(String pointer, Optional<String> value, int longest) {
        value.ifPresent(given -> optionalText(pointer, given, longest));
    }

    /** Ids of other services go into paths of their addresses, so nothing but an id passes. */
    static void id(String pointer, String value) {
        if (!isId(value)) throw Failure.invalid(pointer, "invalid_format", "is not an id");
    }

    static boolean isId(String value) {
        return value.matches("[A-Za-z0-9_-]{1,100}");
    }

    static int quantity(int quantity, int most) {
        if (quantity < 1 || quantity > most) {
            throw Failure.invalid("/quantity", "out_of_range", "must be between 1 and " + most);
        }
        return quantity;
    }

    static <T> List<T> some(String pointer, List<T> values, int most) {
        if (values.isEmpty()) throw Failure.invalid(pointer, "required", "must not be empty");
        if (values.size() > most) throw Failure.invalid(pointer, "too_many", "must be " + most + " at most");
        return List.copyOf(values);
    }

    private static String optionalText(String pointer, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            throw Failure.invalid(pointer, "too_long", "must be " + longest + " characters at most");
        }
        return value;
    }
}
