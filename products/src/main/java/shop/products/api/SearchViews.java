package shop.products.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shop.products.domain.Drift;
import shop.products.domain.Facets;
import shop.products.domain.Suggestion;

/** What searches answer. */
final class SearchViews {

    private SearchViews() {}

    @Schema(description = "So many results with this value")
    record FacetCount(
            @Schema(description = "The value", example = "tea", maxLength = 200)
            String value,

            @Schema(description = "So many", example = "12", minimum = "0", format = "int64")
            long count) {

        static List<FacetCount> of(List<Facets.Count> counts) {
            return counts.stream()
                    .map(each -> new FacetCount(each.value(), each.count()))
                    .toList();
        }
    }

    @Schema(description = "So many results in a range of prices, in minor units")
    record PriceBucket(
            @Schema(description = "From this price", example = "1000", format = "int64")
            long from,

            @Schema(description = "To below this price", example = "2500", format = "int64")
            long to,

            @Schema(description = "So many", example = "7", minimum = "0", format = "int64")
            long count) {}

    @Schema(description = "How many results there are by what; each counted without the filter on itself")
    record FacetsView(
            @Schema(description = "By category") List<FacetCount> categories,
            @Schema(description = "By brand") List<FacetCount> brands,
            @Schema(description = "By price") List<PriceBucket> price,

            @Schema(description = "With so many stars on average at least")
            List<FacetCount> rating,

            @Schema(description = "By how much there is") List<FacetCount> availability,

            @Schema(description = "By attribute", example = "{\"origin\": [{\"value\": \"Japan\", \"count\": 3}]}")
            Map<String, List<FacetCount>> attributes) {

        static FacetsView of(Facets facets) {
            var attributes = new TreeMap<String, List<FacetCount>>();
            facets.attributes().forEach((name, counts) -> attributes.put(name, FacetCount.of(counts)));
            return new FacetsView(
                    FacetCount.of(facets.categories()),
                    FacetCount.of(facets.brands()),
                    facets.price().stream()
                            .map(each -> new PriceBucket(each.from(), each.to(), each.count()))
                            .toList(),
                    FacetCount.of(facets.rating()),
                    FacetCount.of(facets.availability()),
                    attributes);
        }
    }

    @Schema(description = "What was found")
    record SearchView(
            @Schema(description = "This page") List<ProductView> items,

            @Schema(
                    description = "The cursor of the next page; null at the end",
                    maxLength = 2000,
                    types = {"string", "null"})
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String next,

            @Schema(description = "How many in all", example = "42", minimum = "0", format = "int64")
            long total,

            @Schema(description = "How many by what") FacetsView facets,

            @Schema(description = "Whether the search engine was away, so that this is less good", example = "false")
            boolean degraded,

            @Schema(description = "What may have been meant", example = "sencha", maxLength = 1000)
            Optional<String> didYouMean) {}

    @Schema(description = "A completion of what is typed")
    record SuggestionView(
            @Schema(description = "Of what kind", example = "product")
            Suggestion.Type type,

            @Schema(description = "The words", example = "Green sencha tea", maxLength = 200)
            String text,

            @Schema(description = "Of which product, or the slug of which category", example = "tea", maxLength = 100)
            Optional<String> id) {}

    @Schema(description = "Completions")
    record SuggestionsView(
            @Schema(description = "The best ones first") List<SuggestionView> items) {

        static SuggestionsView of(List<Suggestion> found) {
            return new SuggestionsView(found.stream()
                    .map(each -> new SuggestionView(each.type(), each.text(), each.id()))
                    .toList());
        }
    }

    @Schema(description = "A new search index")
    record ReindexView(
            @Schema(description = "How many products it holds", example = "1800", format = "int64")
            long indexed) {}

    @Schema(description = "How far the search index is from the products")
    record DriftView(
            @Schema(description = "How many products there are", example = "1800", format = "int64")
            long products,

            @Schema(description = "How many the index holds", example = "1800", format = "int64")
            long indexed,

            @Schema(description = "Not in the index", example = "0", format = "int64")
            long missing,

            @Schema(description = "In it in an older version", example = "0", format = "int64")
            long stale,

            @Schema(description = "In it only", example = "0", format = "int64")
            long extra,

            @Schema(description = "How many of all these have been mended", example = "0", format = "int64")
            long repaired) {

        static DriftView of(Drift drift) {
            return new DriftView(
                    drift.products(), drift.indexed(), drift.missing(), drift.stale(), drift.extra(), drift.repaired());
        }
    }
}
