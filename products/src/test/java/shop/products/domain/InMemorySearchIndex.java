package shop.products.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.platform.Failure;

/** The port without an engine: it knows whole words and their beginnings, forgives no typing mistake and counts no facets. */
public final class InMemorySearchIndex implements SearchIndex {

    private static final int ALL = 1_000_000;

    private final Set<Filling> filling = new HashSet<>();
    private Optional<NavigableMap<String, Product>> searched = Optional.empty();

    /** One being filled, until it is searched or another one is. */
    private final class Filling implements Rebuild {

        private final TreeMap<String, Product> products = new TreeMap<>();

        @Override
        public void write(Collection<Product> some) {
            synchronized (InMemorySearchIndex.this) {
                if (!filling.contains(this)) throw gone();
                keep(products, some);
            }
        }

        @Override
        public void swap() {
            synchronized (InMemorySearchIndex.this) {
                if (!filling.contains(this)) throw gone();
                searched = Optional.of(products);
                filling.clear();
            }
        }
    }

    private static void keep(Map<String, Product> products, Collection<Product> some) {
        for (var each : some) {
            products.merge(each.id(), each, (there, news) -> news.version() > there.version() ? news : there);
        }
    }

    private static Failure gone() {
        return Failure.unavailable("the search index");
    }

    private NavigableMap<String, Product> there() {
        return searched.orElseThrow(InMemorySearchIndex::gone);
    }

    /** As if somebody had deleted it. */
    synchronized void lose() {
        searched = Optional.empty();
        filling.clear();
    }

    @Override
    public synchronized boolean exists() {
        return searched.isPresent();
    }

    @Override
    public synchronized Hits search(SearchQuery query) {
        var shelf = new InMemoryProducts();
        there().values().forEach(shelf::add);
        var words = words(query.text().orElse("")).toList();
        var page = shelf.matching(words, query);
        var ids = page.items().stream().map(Product::id).toList();
        return new Hits(ids, page.next(), total(shelf, words, query), Facets.NONE, Optional.empty());
    }

    private static long total(InMemoryProducts shelf, List<String> words, SearchQuery query) {
        return shelf.count(words, query, ALL);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty());
    }

    @Override
    public synchronized List<String> beginning(String text, Set<String> hidden, int limit) {
        var wanted = Filter.LISTED.showing(true, hidden);
        return there().values().stream()
                .filter(wanted::admits)
                .filter(product ->
                        words(text).allMatch(typed -> shown(product).anyMatch(word -> word.startsWith(typed))))
                .map(Product::id)
                .limit(limit)
                .toList();
    }

    private static Stream<String> shown(Product product) {
        var details = product.details();
        return Stream.of(Stream.of(details.title(), details.brand().orElse("")), details.categories().stream())
                .flatMap(texts -> texts)
                .flatMap(InMemorySearchIndex::words);
    }

    @Override
    public synchronized void write(Collection<Product> products) {
        keep(there(), products);
    }

    @Override
    public synchronized Versions versions(Collection<String> ids) {
        return new Versions(there().values().stream()
                .filter(product -> ids.contains(product.id()))
                .collect(Collectors.toMap(Product::id, product -> (long) product.version())));
    }

    @Override
    public synchronized long count() {
        return there().size();
    }

    @Override
    public synchronized void remove(Collection<String> ids) {
        there().keySet().removeAll(ids);
    }

    @Override
    public synchronized List<String> after(String id, int limit) {
        return there().tailMap(id, false).keySet().stream().limit(limit).toList();
    }

    @Override
    public synchronized Rebuild rebuild() {
        var fresh = new Filling();
        filling.add(fresh);
        return fresh;
    }

    @Override
    public boolean answers() {
        return true;
    }
}
