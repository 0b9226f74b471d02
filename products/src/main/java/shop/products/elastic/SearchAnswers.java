package shop.products.elastic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import shop.products.domain.Facets;
import shop.products.domain.Facets.Bucket;
import shop.products.domain.Facets.Count;
import shop.products.domain.SearchIndex.Hits;
import shop.products.domain.Suggestion;
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
                counts(aggregations, "rating"),
                counts(aggregations, "availability"),
                attributes(aggregations));
    }

    private static List<Count> counts(JsonNode aggregations, String name) {
        return buckets(aggregations, name).stream()
                .map(bucket -> new Count(bucket.path("key").asString(), count(bucket)))
                .filter(count -> count.count() > 0 && !count.value().isEmpty())
                .toList();
    }

    private static Map<String, List<Count>> attributes(JsonNode aggregations) {
        var byName = new LinkedHashMap<String, List<Count>>();
        for (var each : counts(aggregations, "attributes")) {
            var split = each.value().indexOf('=');
            byName.computeIfAbsent(each.value().substring(0, split), any -> new ArrayList<>())
                    .add(new Count(each.value().substring(split + 1), each.count()));
        }
        return byName;
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

    static List<Suggestion> suggestions(JsonNode answer, String beginning, int limit) {
        var found = new LinkedHashSet<Suggestion>();
        var products = new ArrayList<Suggestion>();
        for (var hit : answer.at("/hits/hits")) {
            var source = hit.path("_source");
            var brand = source.path("brand").asString();
            if (begins(brand, beginning)) found.add(new Suggestion(Suggestion.Type.BRAND, brand, Optional.empty()));
            StreamSupport.stream(source.path("categories").spliterator(), false)
                    .map(JsonNode::asString)
                    .filter(category -> begins(category, beginning))
                    .forEach(category ->
                            found.add(new Suggestion(Suggestion.Type.CATEGORY, category, Optional.of(category))));
            products.add(new Suggestion(
                    Suggestion.Type.PRODUCT,
                    source.path("title").asString(),
                    Optional.of(hit.path("_id").asString())));
        }
        found.addAll(products);
        return found.stream().limit(limit).toList();
    }

    private static boolean begins(String text, String beginning) {
        return !text.isEmpty()
                && text.toLowerCase(Locale.ROOT).startsWith(beginning.strip().toLowerCase(Locale.ROOT));
    }
}
