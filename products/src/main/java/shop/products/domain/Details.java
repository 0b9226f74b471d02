package shop.products.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;

/** All that a seller says about a product. */
public record Details(
        String title,
        String description,
        List<String> categories,
        Optional<String> brand,
        Map<String, String> attributes,
        List<Image> images,
        ProductStatus status,
        List<Variant> variants) {

    private static final int MOST_CATEGORIES = 20;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int MOST_IMAGES = 20;
    private static final int MOST_VARIANTS = 100;

    public Details {
        Checks.text("/title", title, 200);
        Checks.bounded("/description", description, 10_000);
        categories = Checks.atMost("/categories", categories, MOST_CATEGORIES);
        for (int i = 0; i < categories.size(); i++) Category.slug("/categories/" + i, categories.get(i));
        categories = categories.stream().distinct().toList();
        Checks.text("/brand", brand, 100);
        attributes = Checks.pairs("/attributes", attributes, MOST_ATTRIBUTES);
        images = Checks.atMost("/images", images, MOST_IMAGES);
        variants = Checks.atMost("/variants", variants, MOST_VARIANTS);
        if (variants.isEmpty()) throw Failure.invalid("/variants", "required", "must hold one variant at least");
        distinct(variants);
    }

    private static void distinct(List<Variant> variants) {
        var skus = new HashSet<String>();
        var options = new HashSet<Map<String, String>>();
        for (int i = 0; i < variants.size(); i++) {
            var at = "/variants/" + i;
            if (!skus.add(variants.get(i).sku())) {
                throw Failure.invalid(at + "/sku", "duplicate_sku", "another variant has this SKU");
            }
            if (!options.add(variants.get(i).options())) {
                throw Failure.invalid(at + "/options", "duplicate_options", "another variant has these options");
            }
        }
    }

    /** Sold in the store's currency, or not at all. */
    void soldIn(String currency) {
        for (int i = 0; i < variants.size(); i++) {
            if (!variants.get(i).price().currency().equals(currency)) {
                throw Failure.invalid(
                        "/variants/" + i + "/price/currency", "currency_mismatch", "the store sells in " + currency);
            }
        }
    }

    List<String> skus() {
        return variants.stream().map(Variant::sku).toList();
    }

    Details in(ProductStatus other) {
        return new Details(title, description, categories, brand, attributes, images, other, variants);
    }
}
