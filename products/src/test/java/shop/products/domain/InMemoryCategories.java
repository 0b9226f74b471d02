package shop.products.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.platform.Failure;

/** The whole port without a database. */
public final class InMemoryCategories implements Categories {

    private final Map<String, Category> categories = new LinkedHashMap<>();

    @Override
    public List<Category> all() {
        return categories.values().stream()
                .sorted(Comparator.comparingInt(Category::position).thenComparing(Category::id))
                .toList();
    }

    @Override
    public void addMissing(List<Category> more) {
        more.forEach(category -> categories.putIfAbsent(category.id(), category));
    }

    @Override
    public void put(Category category) {
        var before = categories.get(category.id());
        if ((before == null ? 0 : before.version()) != category.version() - 1) throw Failure.stale(category.id());
        categories.put(category.id(), category);
    }

    @Override
    public void remove(Category category) {
        if (!categories.remove(category.id(), category)) throw Failure.stale(category.id());
    }
}
