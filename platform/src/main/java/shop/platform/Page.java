package shop.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, and where the next part begins.
 *
 * @param next the position after the last item, opaque to everyone but the store that made it; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /**
     * Which part of a list is wanted.
     *
     * @param limit how many at most
     * @param after the position a page before ended at; empty for the first page
     */
    public record Request(int limit, Optional<String> after) {

        public static Request first(int limit) {
            return new Request(limit, Optional.empty());
        }
    }

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
