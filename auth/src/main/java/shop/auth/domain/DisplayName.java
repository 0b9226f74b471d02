package shop.auth.domain;

import shop.platform.Failure;

/** What a person wants to be called: one line, of whatever script. */
public record DisplayName(String text) {

    static final int LONGEST = 100;

    public DisplayName {
        text = text.strip();
        if (text.isEmpty()) throw Failure.invalid("/displayName", "required", "must not be blank");
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Failure.invalid("/displayName", "too_long", "must be " + LONGEST + " characters at most");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("/displayName", "invalid_characters", "must be one line without control characters");
        }
    }

    /** What can be kept of a name that somebody else has checked, or none at all. */
    static String lenient(String text, String fallback) {
        var cleaned = text.replaceAll("\\p{Cntrl}", " ").strip();
        var cut = cleaned.substring(
                0, cleaned.offsetByCodePoints(0, Math.min(LONGEST, cleaned.codePointCount(0, cleaned.length()))));
        return cut.isBlank() ? fallback : cut;
    }
}
