package shop.auth.domain;

import java.text.Normalizer;

/**
 * A password on its way to be hashed, never kept and never shown.
 *
 * @param text in one of the ways to write the same characters (NFKC), so that every keyboard makes the same password
 */
public record Password(String text) {

    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
