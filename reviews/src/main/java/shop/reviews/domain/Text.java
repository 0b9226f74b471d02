package shop.reviews.domain;

import shop.platform.Failure;

/** What the author says: stars from 1 to 5, a title and a text. */
public record Text(int rating, String title, String body) {

    public Text {
        if (rating < 1 || rating > 5) throw Failure.invalid("/rating", "out_of_range", "must be between 1 and 5");
        bounded("/title", title, 200);
        bounded("/body", body, 10_000);
    }

    static void bounded(String pointer, String text, int longest) {
        if (text.isBlank()) throw Failure.invalid(pointer, "required", "must not be blank");
        if (text.length() > longest) {
            throw Failure.invalid(pointer, "too_long", "must be at most " + longest + " characters long");
        }
    }
}
