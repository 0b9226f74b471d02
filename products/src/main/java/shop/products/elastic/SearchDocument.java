package shop.products.elastic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import shop.platform.json.Json;
import shop.products.domain.Product;
import shop.products.domain.Variant;

/** A product as the search engine keeps it. */
record SearchDocument(
        String id,
        String storeId,
        boolean listed,
        String status,
        String title,
        String description,
        String brandText,
        List<String> categoryText,
        List<String> attributeText,
        List<String> skus,
        String brand,
        List<String> categories,
        List<String> attributes,
        long price,
        String currency,
        double rating,
        long sold,
        String availability,
        Instant createdAt) {

    static SearchDocument of(Product product) {
        var details = product.details();
        return new SearchDocument(
                product.id(),
                product.storeId(),
                product.listed(),
                Json.name(details.status()),
                details.title(),
                details.description(),
                details.brand().orElse(""),
                words(details.categories()),
                List.copyOf(details.attributes().values()),
                skus(details.variants()),
                details.brand().orElse(""),
                details.categories(),
                pairs(details.attributes()),
                product.lowestPrice().amount(),
                product.currency(),
                product.rating().average(),
                product.sold(),
                Json.name(product.availability()),
                product.createdAt());
    }

    private static List<String> skus(List<Variant> variants) {
        return variants.stream().map(Variant::sku).toList();
    }

    private static List<String> words(List<String> slugs) {
        return slugs.stream().map(slug -> slug.replace('-', ' ')).toList();
    }

    private static List<String> pairs(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }
}
