package shop.products.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.platform.Failure;

/** Finds products: with the search engine, and without it as well as the database can. */
public final class Searching {

    /** What was found; degraded when the search engine was away. */
    public record Found(
            List<Product> items,
            Optional<String> next,
            long total,
            Facets facets,
            boolean degraded,
            Optional<String> didYouMean) {}

    private static final int MOST_WITHOUT_ENGINE = 100;

    private final SearchIndex index;
    private final Products products;
    private final Storekeeping storekeeping;
    private final Categorising categorising;

    public Searching(SearchIndex index, Products products, Storekeeping storekeeping, Categorising categorising) {
        this.index = index;
        this.products = products;
        this.storekeeping = storekeeping;
        this.categorising = categorising;
    }

    public Found search(SearchQuery wanted) {
        var query = wanted.with(categorising.within(storekeeping.showing(wanted.filter())));
        try {
            var hits = index.search(query);
            return new Found(load(hits.ids()), hits.next(), hits.total(), hits.facets(), false, hits.didYouMean());
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.UNAVAILABLE) throw failure;
            return withoutEngine(query);
        }
    }

    /** In the order of the hits; what was archived a moment ago is left out. */
    private List<Product> load(List<String> ids) {
        var found = products.findAll(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(Product::listed)
                .toList();
    }

    private Found withoutEngine(SearchQuery query) {
        var words = Arrays.stream(query.text().orElse("").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(10)
                .toList();
        var found = products.matching(words, query.filter(), MOST_WITHOUT_ENGINE).stream()
                .filter(query::admits)
                .sorted(order(query.sorting()))
                .toList();
        var shown = found.stream().limit(query.page().limit()).toList();
        return new Found(shown, Optional.empty(), found.size(), Facets.NONE, true, Optional.empty());
    }

    private static Comparator<Product> order(SearchSorting sorting) {
        Comparator<Product> price =
                Comparator.comparingLong(product -> product.lowestPrice().amount());
        Comparator<Product> newest = Comparator.comparing(Product::id).reversed();
        return switch (sorting) {
            case CHEAPEST -> price.thenComparing(newest);
            case DEAREST -> price.reversed().thenComparing(newest);
            case RELEVANCE, NEWEST -> newest;
            case BEST_RATED ->
                Comparator.<Product>comparingDouble(product -> product.rating().average())
                        .reversed()
                        .thenComparing(newest);
            case MOST_SOLD -> Comparator.comparingLong(Product::sold).reversed().thenComparing(newest);
        };
    }

    /** Nothing, while the search engine is away. */
    public List<Suggestion> suggest(String beginning, int limit) {
        try {
            return index.suggest(beginning, limit);
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.UNAVAILABLE) throw failure;
            return List.of();
        }
    }
}
