package shop.products.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.platform.Failure;
import shop.platform.Page;

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

    private static final int MOST_COUNTED = 1_000; // without the engine
    private static final int MOST_WORDS = 10;
    private static final String WITHOUT = "without:"; // marks positions the engine does not know

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

    /** In the shop window; by status in one's own store. */
    public Found search(SearchQuery wanted, Caller caller) {
        var named = wanted.filter().status().isPresent();
        var shown = named ? storekeeping.showing(wanted.filter(), caller) : storekeeping.showing(wanted.filter());
        var query = wanted.with(categorising.within(shown));
        if (query.page().after().filter(Searching::isWithoutEngine).isPresent()) return withoutEngine(query);
        try {
            var hits = index.search(query);
            return new Found(
                    load(hits.ids(), query.filter()),
                    hits.next(),
                    hits.total(),
                    hits.facets(),
                    false,
                    hits.didYouMean());
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.UNAVAILABLE) throw failure;
            return withoutEngine(query);
        }
    }

    /** In the order of the hits; what was archived a moment ago is left out. */
    private List<Product> load(List<String> ids, Filter filter) {
        var found = products.findAll(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(product -> product.listed() || !filter.listed())
                .toList();
    }

    /** Pages that begin without the engine go on without it. */
    private Found withoutEngine(SearchQuery query) {
        var words = words(query.text().orElse(""));
        var page = products.matching(words, query.on(withoutMark(query.page())));
        var total = products.count(words, query, MOST_COUNTED);
        return new Found(page.items(), page.next().map(WITHOUT::concat), total, Facets.NONE, true, Optional.empty());
    }

    private static boolean isWithoutEngine(String position) {
        return position.startsWith(WITHOUT);
    }

    private static Page.Request withoutMark(Page.Request page) {
        if (!page.after().map(Searching::isWithoutEngine).orElse(true)) {
            throw Failure.malformed("invalid_cursor", "the search engine has gone in between: begin again");
        }
        return new Page.Request(page.limit(), page.after().map(position -> position.substring(WITHOUT.length())));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** Completions of brands, categories and titles. */
    public List<Suggestion> suggest(String beginning, int limit) {
        return Suggestion.of(beginning, candidates(beginning, 2 * limit), categorising.names(), limit);
    }

    private List<Product> candidates(String beginning, int limit) {
        var window = storekeeping.showing(Filter.LISTED);
        try {
            return load(index.beginning(beginning, window.hidden(), limit), window);
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.UNAVAILABLE) throw failure;
            return products.matching(words(beginning), SearchQuery.of(window, limit))
                    .items();
        }
    }
}
