package shop.users.domain;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import shop.platform.Failure;

/** What texts of a profile must be like. */
final class Texts {

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

    /** As E.164 has it; people write it with spaces, brackets and hyphens. */
    static Optional<String> phone(String pointer, Optional<String> phone) {
        var plain = phone.map(text -> text.replaceAll("[ ()./-]", ""));
        if (plain.isPresent() && !plain.get().matches("\\+[1-9]\\d{6,14}")) {
            throw Failure.invalid(
                    pointer, "invalid_format", "must be a telephone number with + and the code of its country");
        }
        return plain;
    }

    static void locale(String pointer, String tag) {
        try {
            if (!tag.isEmpty()
                    && tag.length() <= 35
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty()) return;
        } catch (IllformedLocaleException e) {
            throw Failure.invalid(pointer, "invalid_format", "must be a BCP 47 language tag");
        }
        throw Failure.invalid(pointer, "invalid_format", "must be a BCP 47 language tag");
    }

    static void link(String pointer, Optional<String> text) {
        bounded(pointer, text, 2_000);
        if (text.isPresent() && !isWebAddress(text.get())) {
            throw Failure.invalid(pointer, "invalid_format", "must be an https address");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null && "https".equals(uri.getScheme()) && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
