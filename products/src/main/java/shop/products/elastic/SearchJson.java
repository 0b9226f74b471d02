package shop.products.elastic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.json.Json;
import shop.products.domain.Filter;
import shop.products.domain.SearchQuery;
import tools.jackson.core.JacksonException;

/** What is asked of Elasticsearch: the text and what can't be chosen in the query, what can be chosen as a post filter. */
public final class SearchJson {

    private static final List<String> FIELDS =
            List.of("title^4", "brandText^2", "categoryText^2", "attributeText", "description");
    private static final String INVALID_CURSOR = "invalid_cursor";
    private static final int MOST_WORDS = 10;

    private SearchJson() {}

    public static String search(SearchQuery query) {
        var chosen = chosen(query);
        var body = new LinkedHashMap<String, Object>();
        body.put("size", query.page().limit() + 1);
        body.put("_source", false);
        body.put("track_total_hits", true);
        body.put("query", Map.of("bool", Map.of("must", text(query), "filter", given(query.filter()))));
        body.put("post_filter", all(chosen.values()));
        body.put("sort", sort(query));
        body.put("aggs", SearchFacets.of(query, chosen));
        query.page().after().ifPresent(after -> body.put("search_after", position(after)));
        query.text()
                .ifPresent(text -> body.put(
                        "suggest",
                        Map.of(
                                "text",
                                text,
                                "words",
                                Map.of(
                                        "term",
                                        Map.of("field", "title", "suggest_mode", "missing", "min_word_length", 3)))));
        return Json.TOLERANT.writeValueAsString(body);
    }

    /** What the list is sorted by, and the id; lists elsewhere have other positions. */
    private static Object position(String after) {
        try {
            var position = Json.TOLERANT.readTree(after);
            if (position.path(0).isNumber() && position.path(1).isString() && position.size() == 2) return position;
        } catch (JacksonException e) {
            throw Failure.malformed(INVALID_CURSOR, "the cursor is of another list: " + e.getOriginalMessage());
        }
        throw Failure.malformed(INVALID_CURSOR, "the cursor is of another list");
    }

    private static List<Object> text(SearchQuery query) {
        var words =
                query.text().map(text -> List.of(text.strip().split("\\s+"))).orElse(List.of());
        var must = new ArrayList<Object>();
        words.stream().filter(word -> !word.isBlank()).limit(MOST_WORDS).forEach(word -> must.add(word(word)));
        if (must.isEmpty()) must.add(Map.of("match_all", Map.of()));
        return must;
    }

    /** A word in any field, with a typing mistake or two; the beginning of a word of the title; a SKU; no word at all. */
    private static Object word(String word) {
        var anywhere = Map.of(
                "query", word, "fields", FIELDS, "fuzziness", "AUTO", "prefix_length", 1, "zero_terms_query", "all");
        return Map.of(
                "bool",
                Map.of(
                        "minimum_should_match",
                        1,
                        "should",
                        List.of(
                                Map.of("multi_match", anywhere),
                                Map.of("match", Map.of("title.start", Map.of("query", word, "boost", 2))),
                                Map.of("term", Map.of("skus", Map.of("value", word, "boost", 10))))));
    }

    private static List<Object> given(Filter filter) {
        var all = new ArrayList<Object>();
        if (filter.listed()) all.add(term("listed", true));
        if (!filter.hidden().isEmpty()) {
            all.add(Map.of("bool", Map.of("must_not", Map.of("terms", Map.of("storeId", filter.hidden())))));
        }
        filter.storeId().ifPresent(store -> all.add(term("storeId", store)));
        filter.status().ifPresent(status -> all.add(term("status", Json.name(status))));
        filter.currency().ifPresent(currency -> all.add(term("currency", currency)));
        return all;
    }

    /** What can be chosen by a facet, by its name. */
    private static Map<String, Object> chosen(SearchQuery query) {
        var filter = query.filter();
        var chosen = new LinkedHashMap<String, Object>();
        if (!filter.categories().isEmpty()) {
            chosen.put("categories", Map.of("terms", Map.of("categories", filter.categories())));
        }
        filter.brand().ifPresent(brand -> chosen.put("brands", term("brand", brand)));
        if (filter.minPrice().isPresent() || filter.maxPrice().isPresent()) {
            var range = Map.of(
                    "gte", filter.minPrice().orElse(0), "lte", filter.maxPrice().orElse(Long.MAX_VALUE));
            chosen.put("price", Map.of("range", Map.of("price", range)));
        }
        query.minRating()
                .ifPresent(least -> chosen.put("rating", Map.of("range", Map.of("rating", Map.of("gte", least)))));
        if (filter.inStock()) {
            chosen.put("availability", Map.of("terms", Map.of("availability", List.of("in_stock", "low_stock"))));
        }
        query.attributes()
                .forEach((name, value) ->
                        chosen.put(SearchFacets.ATTRIBUTE + name, term("attributes", name + "=" + value)));
        return chosen;
    }

    static Object all(Collection<Object> filters) {
        return filters.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", filters));
    }

    private static Map<String, Object> term(String field, Object value) {
        return Map.of("term", Map.of(field, Map.of("value", value)));
    }

    private static List<Object> sort(SearchQuery query) {
        var first = switch (query.sorting()) {
            case RELEVANCE -> Map.of("_score", "desc");
            case CHEAPEST -> Map.of("price", "asc");
            case DEAREST -> Map.of("price", "desc");
            case NEWEST -> Map.of("createdAt", "desc");
            case BEST_RATED -> Map.of("rating", "desc");
            case MOST_SOLD -> Map.of("sold", "desc");
        };
        return List.of(first, Map.of("id", "desc"));
    }

    static String beginning(String text, Set<String> hidden, int limit) {
        var should = List.of("title.start", "brandText.start", "categoryText.start").stream()
                .map(field -> Map.of("match", Map.of(field, Map.of("query", text, "operator", "and"))))
                .toList();
        var filter = given(Filter.LISTED.showing(true, hidden));
        var query = Map.of("bool", Map.of("filter", filter, "should", should, "minimum_should_match", 1));
        var order = List.of(Map.of("_score", "desc"), Map.of("id", "desc")); // else as they came into the index
        return Json.TOLERANT.writeValueAsString(Map.of("size", limit, "_source", false, "query", query, "sort", order));
    }

    static String after(String id, int limit) {
        var beyond = Map.of("range", Map.of("id", Map.of("gt", id)));
        return Json.TOLERANT.writeValueAsString(
                Map.of("size", limit, "_source", false, "query", beyond, "sort", List.of(Map.of("id", "asc"))));
    }
}
