package shop.products.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A completion of what somebody types. */
public record Suggestion(Type type, String text, Optional<String> id) {

    /** Of what kind it is. */
    public enum Type {
        PRODUCT,
        CATEGORY,
        BRAND
    }

    /** First the brands and categories of these products that begin so, then the products. */
    static List<Suggestion> of(String beginning, List<Product> products, Map<String, String> categories, int limit) {
        var all = new LinkedHashSet<Suggestion>();
        for (var product : products) {
            var details = product.details();
            details.brand()
                    .filter(brand -> begins(brand, beginning))
                    .ifPresent(brand -> all.add(new Suggestion(Type.BRAND, brand, Optional.empty())));
            details.categories().stream()
                    .flatMap(slug -> category(slug, categories.getOrDefault(slug, slug), beginning))
                    .forEach(all::add);
        }
        for (var product : products) {
            all.add(new Suggestion(Type.PRODUCT, product.details().title(), Optional.of(product.id())));
        }
        return all.stream().limit(limit).toList();
    }

    private static Stream<Suggestion> category(String slug, String name, String beginning) {
        var begins = begins(name, beginning) || begins(slug, beginning);
        return begins ? Stream.of(new Suggestion(Type.CATEGORY, name, Optional.of(slug))) : Stream.empty();
    }

    private static boolean begins(String text, String beginning) {
        return text.toLowerCase(Locale.ROOT).startsWith(beginning.strip().toLowerCase(Locale.ROOT));
    }
}
