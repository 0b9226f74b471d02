package shop.products.domain;

import java.util.List;
import java.util.Map;

/** How many results there are by what; each counted without the filter on itself. */
public record Facets(
        List<Count> categories,
        List<Count> brands,
        List<Bucket> price,
        List<Count> rating,
        List<Count> availability,
        Map<String, List<Count>> attributes) {

    /** So many with this value. */
    public record Count(String value, long count) {}

    /** So many from a price (inclusive) to another (exclusive), in minor units. */
    public record Bucket(long from, long to, long count) {}

    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
}
