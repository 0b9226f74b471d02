package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;
import shop.products.domain.Availability;
import shop.products.domain.Product;
import shop.products.domain.ProductStatus;
import shop.products.domain.Rating;
import shop.products.domain.Variant;

@Schema(description = "A product")
record ProductView(
        @Schema(description = "Its id", example = "prd_01m1c2jv00e8e8qfx9b2d3n401")
        String id,

        @Schema(description = "The store that sells it", example = "sto_01m1c2jv00e8e8qfx9b2d3n401")
        String storeId,

        @Schema(description = "What it is called", example = "Green tea")
        String title,

        @Schema(description = "What it is", example = "Sencha, steamed the day it is picked")
        String description,

        @Schema(description = "Slugs of its categories", example = "[\"tea\"]")
        List<String> categories,

        @Schema(description = "Who makes it", example = "Leaf")
        Optional<String> brand,

        @Schema(description = "What else is to be said of it", example = "{\"origin\": \"Japan\"}")
        Map<String, String> attributes,

        @Schema(description = "Pictures") List<ImageBody> images,
        @Schema(description = "Whether it is for sale") ProductStatus status,
        @Schema(description = "The ways to buy it") List<VariantView> variants,
        @Schema(description = "What buyers think of it") RatingView rating,

        @Schema(description = "Moves with every change; the ETag", example = "1")
        int version,

        @Schema(description = "When it was made") Instant createdAt,

        @Schema(description = "When its seller last changed it")
        Instant updatedAt) {

    @Schema(description = "One way to buy a product, and how many there are")
    record VariantView(
            @Schema(description = "Unique within the store", example = "TEA-1")
            String sku,

            @Schema(description = "What tells it from the other variants", example = "{\"size\": \"100 g\"}")
            Map<String, String> options,

            @Schema(description = "What one costs") Money price,

            @Schema(description = "As printed on it", example = "4006381333931")
            Optional<String> barcode,

            @Schema(description = "How many can be ordered", example = "10")
            int available,

            @Schema(description = "The same in words") Availability availability) {}

    @Schema(description = "What buyers think")
    record RatingView(
            @Schema(description = "Stars, 0 when nobody has rated it", example = "4.5")
            double average,

            @Schema(description = "How many have rated it", example = "2")
            int count) {

        static RatingView of(Rating rating) {
            return new RatingView(rating.average(), rating.count());
        }
    }

    static ProductView of(Product product) {
        var details = product.details();
        return new ProductView(
                product.id(),
                product.storeId(),
                details.title(),
                details.description(),
                details.categories(),
                details.brand(),
                details.attributes(),
                details.images().stream().map(ImageBody::of).toList(),
                details.status(),
                details.variants().stream()
                        .map(variant -> variant(product, variant))
                        .toList(),
                RatingView.of(product.rating()),
                product.version(),
                product.createdAt(),
                product.updatedAt());
    }

    private static VariantView variant(Product product, Variant variant) {
        var level = product.level(variant.sku());
        return new VariantView(
                variant.sku(),
                variant.options(),
                variant.price(),
                variant.barcode(),
                level.available(),
                level.availability());
    }
}
