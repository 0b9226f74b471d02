package shop.orders.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;

/**
 * How many of what somebody wants.
 *
 * @param sku may be left out for a product with a single variant
 */
public record Line(String productId, Optional<String> sku, int quantity) {

    static final int MOST_LINES = 100;

    private static final int MOST = 1_000;
    private static final int LONGEST = 100;

    public Line {
        Checks.id("/productId", productId);
        sku.ifPresent(given -> Checks.text("/sku", given, LONGEST));
        Checks.quantity(quantity, MOST);
    }

    boolean sameAs(Line other) {
        return productId.equals(other.productId) && sku.equals(other.sku);
    }

    /** The lines of one order: some, not too many, and each thing once, because stock is held line by line. */
    public static List<Line> ofOneOrder(List<Line> lines) {
        var known = new HashSet<String>();
        for (int i = 0; i < Checks.some("/items", lines, MOST_LINES).size(); i++) {
            var line = lines.get(i);
            if (!known.add(line.productId + "\n" + line.sku)) {
                throw Failure.invalid("/items/" + i, "duplicate_item", "stands in an earlier line already");
            }
        }
        return List.copyOf(lines);
    }
}
