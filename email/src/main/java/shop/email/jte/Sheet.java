package shop.email.jte;

import java.util.List;
import java.util.Optional;

/**
 * A mail as its template puts it on a page: words in one language, numbers already written out.
 *
 * @param paragraphs what it says, above the table and the button
 * @param lines of an order; may be empty
 * @param total below the lines
 * @param button what its reader may want to do next
 * @param footer why it came
 */
public record Sheet(
        String language,
        String subject,
        List<String> paragraphs,
        List<Line> lines,
        Optional<Total> total,
        Optional<Link> button,
        String footer,
        Optional<Link> unsubscribe) {

    /** A line of an order. */
    public record Line(String title, String quantity, String total) {}

    /** What the lines come to. */
    public record Total(String label, String amount) {}

    /** Words that lead somewhere. */
    public record Link(String label, String url) {}
}
