package shop.products.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;

/** A product as a file describes it; what is left out stays as it is. */
public record ImportLine(
        String sku,
        String title,
        Optional<String> description,
        Optional<List<String>> categories,
        Optional<String> brand,
        Optional<Map<String, String>> attributes,
        Money price,
        Optional<List<Image>> images,
        int onHand,
        Optional<ProductStatus> status) {

    private static final int MOST = 10_000_000;

    public ImportLine {
        Checks.between("/onHand", onHand, 0, MOST);
        categories =
                categories.map(names -> names.stream().map(ImportLine::shelf).toList());
        var variant = new Variant(sku, Map.of(), price, Optional.empty());
        var checked = new Details(
                title,
                description.orElse(""),
                categories.orElse(List.of()),
                brand,
                attributes.orElse(Map.of()),
                images.orElse(List.of()),
                status.orElse(ProductStatus.ACTIVE),
                List.of(variant)); // says now what is wrong with it
        attributes = attributes.map(any -> checked.attributes());
    }

    /** Files call categories as people do. */
    private static String shelf(String name) {
        return name == null ? "" : Category.slugOf(name);
    }

    Details first() {
        return new Details(
                title,
                description.orElse(""),
                categories.orElse(List.of()),
                brand,
                attributes.orElse(Map.of()),
                images.orElse(List.of()),
                status.orElse(ProductStatus.ACTIVE),
                List.of(new Variant(sku, Map.of(), price, Optional.empty())));
    }

    /** The details of a product that has this SKU, with what the file says of it. */
    Details over(Details before) {
        var variants = before.variants().stream()
                .map(variant -> variant.sku().equals(sku) ? variant.priced(price) : variant)
                .toList();
        return new Details(
                title,
                description.orElse(before.description()),
                categories.orElse(before.categories()),
                brand.or(before::brand),
                attributes.orElse(before.attributes()),
                images.orElse(before.images()),
                status.orElse(ProductStatus.ACTIVE),
                variants);
    }
}
