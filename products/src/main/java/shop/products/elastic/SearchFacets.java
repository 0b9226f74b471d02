package shop.products.elastic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.products.domain.SearchQuery;

/** How results are counted by what can be chosen: each without what is chosen of it itself. */
final class SearchFacets {

    static final String ATTRIBUTE = "attribute.";

    private static final List<Long> PRICES =
            List.of(0L, 1_000L, 2_500L, 5_000L, 10_000L, 25_000L, 50_000L, 100_000L, 100_000_000_000L);

    private SearchFacets() {}

    static Map<String, Object> of(SearchQuery query, Map<String, Object> chosen) {
        var facets = new LinkedHashMap<String, Object>();
        facets.put("categories", facet("categories", terms("categories", 50), chosen));
        facets.put("brands", facet("brands", terms("brand", 50), chosen));
        facets.put("availability", facet("availability", terms("availability", 3), chosen));
        facets.put("attributes", facet("attributes", terms("attributes", 200), chosen));
        int number = 0;
        for (var name : query.attributes().keySet()) {
            // not called by the name, as not every name will do
            facets.put(ATTRIBUTE + number++, facet(ATTRIBUTE + name, values(name), chosen));
        }
        facets.put("price", facet("price", Map.of("range", Map.of("field", "price", "ranges", prices())), chosen));
        var stars = List.of(4, 3, 2, 1).stream()
                .map(from -> Map.of("key", from + "", "from", from))
                .toList();
        facets.put("rating", facet("rating", Map.of("range", Map.of("field", "rating", "ranges", stars)), chosen));
        return facets;
    }

    private static Object facet(String name, Object values, Map<String, Object> chosen) {
        var others = new LinkedHashMap<>(chosen);
        others.remove(name);
        return Map.of("filter", SearchJson.all(others.values()), "aggs", Map.of("values", values));
    }

    private static List<Object> prices() {
        var ranges = new ArrayList<Object>();
        for (int i = 0; i + 1 < PRICES.size(); i++) ranges.add(Map.of("from", PRICES.get(i), "to", PRICES.get(i + 1)));
        return ranges;
    }

    /** Of one attribute; of the many signs that mean something here none is left alone. */
    private static Object values(String name) {
        var literally = name.replaceAll("([\\p{Punct}\\s])", "\\\\$1");
        return Map.of("terms", Map.of("field", "attributes", "size", 50, "include", literally + "=.*"));
    }

    private static Object terms(String field, int most) {
        return Map.of("terms", Map.of("field", field, "size", most));
    }
}
