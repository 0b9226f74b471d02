package shop.products.elastic;

import java.time.Instant;
import java.util.List;
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
        var pairs = details.attributes().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        return new SearchDocument(
                product.id(),
                product.storeId(),
                product.listed(),
                Json.name(details.status()),
                details.title(),
                details.description(),
                details.brand().orElse(""),
                details.categories().stream()
                        .map(slug -> slug.replace('-', ' '))
                        .toList(),
                List.copyOf(details.attributes().values()),
                details.variants().stream().map(Variant::sku).toList(),
                details.brand().orElse(""),
                details.categories(),
                pairs,
                product.lowestPrice().amount(),
                product.currency(),
                product.rating().average(),
                product.sold(),
                Json.name(product.availability()),
                product.createdAt());
    }
}
