package shop.auth.api;

import shop.platform.Failure;

/** The bounds of what is only compared or hashed. */
final class Texts {

    static final int LONGEST = 1_000;

    private Texts() {}

    /** Something between nothing and too much. */
    static void bound(String pointer, String text) {
        bound(pointer, text, LONGEST);
    }

    static void bound(String pointer, String text, int longest) {
        if (text.isEmpty()) throw Failure.invalid(pointer, "required", "must not be empty");
        if (text.length() > longest) {
            throw Failure.invalid(pointer, "too_long", "must be " + longest + " characters at most");
        }
    }
}
