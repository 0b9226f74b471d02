package shop.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;

/**
 * What somebody thinks of buying.
 *
 * @param id the customer's
 */
public record Cart(String id, List<Line> lines, Instant updatedAt, int version) {

    public Cart {
        lines = List.copyOf(lines);
    }

    static Cart empty(String customerId, Instant now) {
        return new Cart(customerId, List.of(), now, 0);
    }

    /** The line takes the place of the one for the same thing. */
    Cart put(Line line, Instant at) {
        var next = new ArrayList<>(lines);
        var same = next.stream().filter(line::sameAs).findFirst();
        if (same.isPresent()) next.set(next.indexOf(same.get()), line);
        else next.add(line);
        if (next.size() > Line.MOST_LINES) {
            throw Failure.conflict("cart_full", "a cart holds " + Line.MOST_LINES + " lines at most");
        }
        return new Cart(id, next, at, version + 1);
    }

    Cart remove(String productId, Optional<String> sku, Instant at) {
        return keeping(
                lines.stream()
                        .filter(line -> !line.productId().equals(productId)
                                || (sku.isPresent() && !line.sku().equals(sku)))
                        .toList(),
                at);
    }

    /** What has been bought is no longer thought of; a line that was changed meanwhile stays. */
    Cart without(List<Line> bought, Instant at) {
        return keeping(lines.stream().filter(line -> !bought.contains(line)).toList(), at);
    }

    Cart seenAs(OptionalInt seen) {
        if (seen.orElse(version) != version) throw Failure.stale("the cart");
        return this;
    }

    private Cart keeping(List<Line> some, Instant at) {
        return some.equals(lines) ? this : new Cart(id, some, at, version + 1);
    }
}
