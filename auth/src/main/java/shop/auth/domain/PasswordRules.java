package shop.auth.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import shop.platform.Failure;

/** What a password must be: long enough, and not what an attacker tries first. It need not look complicated. */
public record PasswordRules(Set<String> common) {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    /** With the list that comes along. */
    public static PasswordRules load() {
        try (var file = requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return new PasswordRules(
                    lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The password, when it will do for the owner of this address.
     *
     * @param pointer where it stands in the request
     */
    Password check(String pointer, String text, Email email) {
        var password = new Password(text);
        if (password.length() < SHORTEST) throw weak(pointer, "must be " + SHORTEST + " characters or more");
        if (password.length() > LONGEST) throw weak(pointer, "must be " + LONGEST + " characters at most");
        var lower = password.text().toLowerCase(Locale.ROOT);
        if (common.contains(lower)) throw weak(pointer, "is one of the passwords that everybody tries first");
        if (lower.equals(email.key()) || lower.equals(email.typed().toLowerCase(Locale.ROOT))) {
            throw weak(pointer, "must not be the e-mail address");
        }
        return password;
    }

    private static Failure weak(String pointer, String message) {
        return Failure.invalid(pointer, "weak_password", message);
    }
}
