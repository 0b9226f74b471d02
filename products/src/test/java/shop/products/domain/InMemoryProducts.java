package shop.products.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import shop.platform.Failure;
import shop.platform.Page;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryProducts implements Products {

    private final TreeMap<String, Product> products = new TreeMap<>();
    private final Set<String> unindexed = new HashSet<>();
    private final List<ProductEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Product> find(String id) {
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public synchronized List<Product> findAll(Collection<String> ids) {
        return all(product -> ids.contains(product.id()));
    }

    private List<Product> all(Predicate<Product> wanted) {
        return products.values().stream().filter(wanted).toList();
    }

    @Override
    public synchronized Optional<Product> findBySku(String storeId, String sku) {
        return all(product -> product.storeId().equals(storeId)
                        && product.variant(sku).isPresent())
                .stream()
                .findFirst();
    }

    @Override
    public synchronized Page<Product> page(Filter filter, Sorting sorting, Page.Request request) {
        var sorted = all(filter::admits).stream().sorted(order(sorting)).toList();
        return page(sorted, request);
    }

    private static Page<Product> page(List<Product> sorted, Page.Request request) {
        int from = request.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(from + request.limit(), sorted.size());
        return new Page<>(
                sorted.subList(from, to), to < sorted.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    private static Comparator<Product> order(Sorting sorting) {
        Comparator<Product> id = Comparator.comparing(Product::id);
        Comparator<Product> price =
                Comparator.comparingLong(product -> product.lowestPrice().amount());
        return switch (sorting) {
            case OLDEST -> id;
            case NEWEST -> id.reversed();
            case CHEAPEST -> price.thenComparing(id);
            case DEAREST -> price.thenComparing(id).reversed();
            case TITLE ->
                Comparator.<Product, String>comparing(
                                product -> product.details().title().toLowerCase(Locale.ROOT))
                        .thenComparing(id);
        };
    }

    @Override
    public synchronized Page<Product> matching(List<String> words, SearchQuery query) {
        var found = all(product -> query.filter().admits(product)
                        && query.admits(product)
                        && words.stream().allMatch(word -> holds(product, word)))
                .stream()
                .sorted(order(query.sorting()))
                .toList();
        return page(found, query.page());
    }

    @Override
    public synchronized long count(List<String> words, SearchQuery query, int most) {
        var all = new Page.Request(most, Optional.empty());
        return matching(words, query.on(all)).items().size();
    }

    private static Comparator<Product> order(SearchSorting sorting) {
        return switch (sorting) {
            case RELEVANCE, NEWEST -> order(Sorting.NEWEST);
            case CHEAPEST -> order(Sorting.CHEAPEST);
            case DEAREST -> order(Sorting.DEAREST);
            case BEST_RATED ->
                Comparator.<Product>comparingDouble(product -> product.rating().average())
                        .thenComparing(Product::id)
                        .reversed();
            case MOST_SOLD ->
                Comparator.comparingLong(Product::sold)
                        .thenComparing(Product::id)
                        .reversed();
        };
    }

    private static boolean holds(Product product, String word) {
        var details = product.details();
        var text = details.title() + " " + details.brand().orElse("") + " " + details.categories() + " "
                + details.attributes().values() + " " + details.skus();
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .anyMatch(each -> each.startsWith(word.toLowerCase(Locale.ROOT)));
    }

    @Override
    public synchronized void add(Product product, ProductEvent... events) {
        keep(product, events);
    }

    @Override
    public synchronized List<Product> findBySkus(String storeId, Collection<String> skus) {
        return all(product -> product.storeId().equals(storeId)
                && skus.stream().anyMatch(sku -> product.variant(sku).isPresent()));
    }

    @Override
    public synchronized Set<String> addAll(List<Write> first) {
        var refused = new HashSet<String>();
        for (var each : first) {
            try {
                add(each.product(), each.events().toArray(ProductEvent[]::new));
            } catch (Failure taken) {
                refused.add(each.product().id());
            }
        }
        return refused;
    }

    @Override
    public synchronized boolean replaceAll(List<Write> next) {
        boolean all = true;
        for (var each : next) {
            try {
                replace(each.product(), each.events().toArray(ProductEvent[]::new));
            } catch (Failure stale) {
                all = false;
            }
        }
        return all;
    }

    @Override
    public synchronized void replace(Product next, ProductEvent... events) {
        if (find(next.id())
                .filter(before -> before.version() == next.version() - 1)
                .isEmpty()) {
            throw Failure.stale(next.id());
        }
        keep(next, events);
    }

    private void keep(Product product, ProductEvent... events) {
        for (var sku : product.details().skus()) {
            if (findBySku(product.storeId(), sku)
                    .filter(other -> !other.id().equals(product.id()))
                    .isPresent()) {
                throw Failure.conflict("sku_taken", sku);
            }
        }
        products.put(product.id(), product);
        unindexed.add(product.id());
        told.addAll(List.of(events));
    }

    public synchronized List<ProductEvent> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized boolean anyIn(String category) {
        return products.values().stream()
                .anyMatch(product -> product.details().categories().contains(category));
    }

    @Override
    public synchronized long list(String storeId, boolean published) {
        var wrong = all(each -> each.storeId().equals(storeId) && each.active() && each.listed() != published);
        for (var each : wrong) {
            products.put(
                    each.id(),
                    new Product(
                            each.id(),
                            each.storeId(),
                            each.details(),
                            published,
                            each.levels(),
                            each.sold(),
                            each.rating(),
                            each.version() + 1,
                            each.edition(),
                            each.createdAt(),
                            each.updatedAt()));
            unindexed.add(each.id());
        }
        return wrong.size();
    }

    @Override
    public synchronized List<Product> unindexed(int limit) {
        return all(product -> unindexed.contains(product.id())).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean unindexedIn(String storeId) {
        return all(product -> unindexed.contains(product.id())).stream()
                .anyMatch(product -> product.storeId().equals(storeId));
    }

    @Override
    public synchronized void indexed(Collection<Product> indexed) {
        for (var each : indexed) {
            if (find(each.id()).filter(now -> now.version() == each.version()).isPresent()) unindexed.remove(each.id());
        }
    }

    @Override
    public synchronized void index(Collection<String> ids) {
        unindexed.addAll(ids);
    }

    @Override
    public synchronized List<Product> after(String id, int limit) {
        return products.tailMap(id, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Product> changedSince(Instant time, String afterId, int limit) {
        return after(afterId, limit); // more than asked for is not wrong
    }
}
