package shop.products.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import shop.platform.Failure;

/** Keeping the tree of categories a tree. */
public final class Categorising {

    private static final int MOST = 5_000;

    private final Categories categories;
    private final Products products;

    public Categorising(Categories categories, Products products) {
        this.categories = categories;
        this.products = products;
    }

    public List<Category> all() {
        return categories.all();
    }

    /** What each is called, by its slug. */
    Map<String, String> names() {
        return categories.all().stream().collect(Collectors.toMap(Category::id, Category::name));
    }

    /** Makes a category, or gives it another name or place. */
    public Category put(String slug, String name, Optional<String> parent, int position, OptionalInt seen) {
        var all = categories.all();
        var before = find(all, slug);
        if (seen.isPresent() && seen.getAsInt() != before.map(Category::version).orElse(0)) throw Failure.stale(slug);
        parent.ifPresent(above -> fits(all, slug, above));
        roomFor(all, before.isPresent() ? 0 : 1);
        var next = new Category(
                slug, name, parent, position, before.map(Category::version).orElse(0) + 1);
        categories.put(next);
        return next;
    }

    private static void fits(List<Category> all, String slug, String parent) {
        if (find(all, parent).isEmpty() && !parent.equals(slug)) {
            throw Failure.invalid("/parent", "category_not_found", "there is no category " + parent);
        }
        if (below(all, slug).contains(parent)) {
            throw Failure.invalid("/parent", "cycle", "a category can't be below itself");
        }
    }

    private static void roomFor(List<Category> all, int more) {
        if (more > 0 && all.size() + more > MOST) {
            throw Failure.conflict("too_many_categories", "there are " + MOST + " categories, which is the most");
        }
    }

    public void remove(String slug, OptionalInt seen) {
        var all = categories.all();
        var category = find(all, slug).orElseThrow(() -> Failure.notFound("category", slug));
        if (seen.isPresent() && seen.getAsInt() != category.version()) throw Failure.stale(slug);
        if (below(all, slug).size() > 1 || products.anyIn(slug)) {
            throw Failure.conflict("category_in_use", "products or categories are in " + slug);
        }
        categories.remove(category);
    }

    /** What products name is a category, described or not. */
    void makeSure(Collection<String> slugs) {
        var all = categories.all();
        var known = all.stream().map(Category::id).collect(Collectors.toSet());
        var missing = slugs.stream()
                .filter(slug -> !known.contains(slug))
                .map(Category::named)
                .toList();
        roomFor(all, missing.size());
        if (!missing.isEmpty()) categories.addMissing(missing);
    }

    /** The filter with the categories below those it names. */
    Filter within(Filter filter) {
        if (filter.categories().isEmpty()) return filter;
        var all = categories.all();
        return filter.in(filter.categories().stream()
                .flatMap(slug -> below(all, slug).stream())
                .distinct()
                .toList());
    }

    /** The category itself, then what is below it. */
    private static List<String> below(List<Category> all, String slug) {
        var children = all.stream()
                .filter(each -> each.parent().isPresent())
                .collect(Collectors.groupingBy(each -> each.parent().orElseThrow()));
        var found = new ArrayList<>(List.of(slug));
        var seen = new HashSet<>(found);
        for (int i = 0; i < found.size(); i++) {
            children.getOrDefault(found.get(i), List.of()).stream()
                    .map(Category::id)
                    .filter(seen::add)
                    .forEach(found::add);
        }
        return found;
    }

    private static Optional<Category> find(List<Category> all, String slug) {
        return all.stream().filter(each -> each.id().equals(slug)).findFirst();
    }
}
