package shop.email.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import shop.platform.Failure;

/** An e-mail address that can be written into a header as it is: no blanks, no control characters, no second one. */
public record Address(String text) {

    /** Where the address of somebody who has left stood; RFC 2606 keeps it from ever being one. */
    public static final String ERASED = "erased@invalid";

    private static final int LONGEST = 254; // RFC 5321
    private static final Pattern FORM = Pattern.compile(
            "[^\\s\\p{Cntrl}\\p{Cf}@<>()\\[\\],;:\\\\\"]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}.-]{0,251}[\\p{L}\\p{M}\\p{N}])?");

    public Address {
        if (text.isBlank()) throw Failure.invalid("", "required", "must not be blank");
        if (text.length() > LONGEST) throw Failure.invalid("", "too_long", "must not be longer than " + LONGEST);
        if (!FORM.matcher(text).matches() || text.contains("..")) {
            throw Failure.invalid("", "invalid_format", "must be an e-mail address");
        }
    }

    /** The same for all spellings that reach the same mailbox in practice. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
