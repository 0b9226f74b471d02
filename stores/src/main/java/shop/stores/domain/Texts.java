package shop.stores.domain;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import shop.platform.Failure;

/** What texts of a store must be like. */
final class Texts {

    private static final String EMAIL = "[^@\\s\\p{Cntrl}<>,;\"]{1,64}@[^@\\s\\p{Cntrl}<>,;\"]{1,255}";

    private Texts() {}

    static void required(String pointer, String text, int longest) {
        if (text.isBlank()) throw Failure.invalid(pointer, "required", "must not be blank");
        bounded(pointer, Optional.of(text), longest);
    }

    static void bounded(String pointer, Optional<String> text, int longest) {
        if (text.isPresent() && text.get().length() > longest) {
            throw Failure.invalid(pointer, "too_long", "must be at most " + longest + " characters long");
        }
    }

    static void email(String pointer, String text) {
        if (!text.matches(EMAIL)) throw Failure.invalid(pointer, "invalid_format", "must be an e-mail address");
    }

    static void country(String pointer, String code) {
        if (Arrays.binarySearch(Locale.getISOCountries(), code) < 0) {
            throw Failure.invalid(pointer, "invalid_value", "must be an ISO 3166-1 alpha-2 code");
        }
    }

    static void link(String pointer, Optional<String> text) {
        bounded(pointer, text, 2_000);
        if (text.isPresent() && !isWebAddress(text.get())) {
            throw Failure.invalid(pointer, "invalid_format", "must be an https or http address");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
