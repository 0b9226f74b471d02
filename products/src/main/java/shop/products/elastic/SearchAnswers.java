package shop.products.elastic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.products.domain.Facets;
import shop.products.domain.Facets.Bucket;
import shop.products.domain.Facets.Count;
import shop.products.domain.SearchIndex.Hits;
import tools.jackson.databind.JsonNode;

/** What Elasticsearch answered. */
final class SearchAnswers {

    private SearchAnswers() {}

    static Hits hits(JsonNode answer, int limit) {
        var hits = answer.at("/hits/hits").valueStream().toList();
        var shown = hits.stream()
                .limit(limit)
                .map(hit -> hit.path("_id").asString())
                .toList();
        Optional<String> next = hits.size() > limit
                ? Optional.of(hits.get(limit - 1).path("sort").toString())
                : Optional.empty();
        return new Hits(
                shown,
                next,
                answer.at("/hits/total/value").asLong(),
                facets(answer.path("aggregations")),
                correction(answer));
    }

    private static Facets facets(JsonNode aggregations) {
        return new Facets(
                counts(aggregations, "categories"),
                counts(aggregations, "brands"),
                buckets(aggregations, "price").stream()
                        .map(bucket -> new Bucket(
                                bucket.path("from").asLong(), bucket.path("to").asLong(), count(bucket)))
                        .filter(bucket -> bucket.count() > 0)
                        .toList(),
                counts(aggregations, "rating").reversed(), // the best first
                counts(aggregations, "availability"),
                attributes(aggregations));
    }

    private static List<Count> counts(JsonNode aggregations, String name) {
        return buckets(aggregations, name).stream()
                .map(bucket -> new Count(bucket.path("key").asString(), count(bucket)))
                .filter(count -> count.count() > 0 && !count.value().isEmpty())
                .toList();
    }

    /** Those that were asked for are counted apart, because each ignores only the filter on itself. */
    private static Map<String, List<Count>> attributes(JsonNode aggregations) {
        var byName = new LinkedHashMap<String, List<Count>>();
        for (var name : aggregations.propertyNames()) {
            if (name.startsWith(SearchFacets.ATTRIBUTE)) add(counts(aggregations, name), byName);
        }
        var asked = Set.copyOf(byName.keySet());
        var others = counts(aggregations, "attributes").stream()
                .filter(count -> !asked.contains(name(count)))
                .toList();
        add(others, byName);
        return byName;
    }

    private static void add(List<Count> counts, Map<String, List<Count>> byName) {
        for (var each : counts) {
            var value = each.value().substring(name(each).length() + 1);
            byName.computeIfAbsent(name(each), any -> new ArrayList<>()).add(new Count(value, each.count()));
        }
    }

    private static String name(Count count) {
        return count.value().substring(0, count.value().indexOf('='));
    }

    private static List<JsonNode> buckets(JsonNode aggregations, String name) {
        return aggregations.at("/" + name + "/values/buckets").valueStream().toList();
    }

    private static long count(JsonNode bucket) {
        return bucket.path("doc_count").asLong();
    }

    /** The text with those words replaced that no title has, where a title has one like them. */
    private static Optional<String> correction(JsonNode answer) {
        var words = answer.at("/suggest/words").valueStream().toList();
        if (words.stream().allMatch(word -> word.path("options").isEmpty())) return Optional.empty();
        return Optional.of(
                String.join(" ", words.stream().map(SearchAnswers::corrected).toList()));
    }

    private static String corrected(JsonNode word) {
        var best = word.path("options").path(0).path("text");
        return best.isMissingNode() ? word.path("text").asString() : best.asString();
    }

    static List<String> ids(JsonNode answer) {
        return answer.at("/hits/hits")
                .valueStream()
                .map(hit -> hit.path("_id").asString())
                .toList();
    }
}
