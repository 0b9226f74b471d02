package shop.auth.domain;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import shop.platform.Failure;

/**
 * An e-mail address.
 *
 * @param typed as its owner writes it
 * @param key the same for all ways to write it: lower case, composed, the domain in its ASCII form
 */
public record Email(String typed, String key) {

    private static final int LONGEST = 254; // RFC 5321 §4.5.3.1, with the brackets left out
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public static Email of(String text) {
        var typed = text.strip();
        if (typed.isEmpty()) throw Failure.invalid("/email", "required", "must not be blank");
        if (typed.length() > LONGEST) {
            throw Failure.invalid("/email", "too_long", "must be " + LONGEST + " characters at most");
        }
        return key(typed)
                .map(key -> new Email(typed, key))
                .orElseThrow(() -> Failure.invalid("/email", "invalid_format", "must be an e-mail address"));
    }

    /** The key of an address somebody types to sign in; what is no address is nobody's key. */
    static Optional<String> keyOf(String text) {
        var typed = text.strip();
        return typed.length() > LONGEST ? Optional.empty() : key(typed);
    }

    private static Optional<String> key(String typed) {
        var at = typed.lastIndexOf('@');
        if (at < 1) return Optional.empty();
        var local = Normalizer.normalize(typed.substring(0, at), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) return Optional.empty();
        return domain(typed.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(key -> key.length() <= LONGEST);
    }

    private static Optional<String> domain(String text) {
        try {
            var ascii = IDN.toASCII(Normalizer.normalize(text, Normalizer.Form.NFC), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
