package shop.email.domain;

import java.util.Locale;

/** What mails can be written in. */
public enum Language {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** How numbers and dates look in it. */
    public Locale locale() {
        return locale;
    }

    /** The one that suits a locale like {@code de-AT}; English where there is none. */
    public static Language of(String locale) {
        return locale.toLowerCase(Locale.ROOT).startsWith("de") ? DE : EN;
    }
}
