package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;
import shop.products.domain.Variant;

@Schema(description = "One way to buy a product")
record VariantBody(
        @Schema(
                description = "Unique within the store",
                example = "TEA-1",
                pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
                maxLength = 64)
        String sku,

        @Schema(description = "What tells it from the other variants", example = "{\"size\": \"100 g\"}")
        Optional<Map<String, String>> options,

        @Schema(description = "What one costs, in the store's currency")
        Money price,

        @Schema(description = "As printed on it", example = "4006381333931", maxLength = 50)
        Optional<String> barcode) {

    VariantBody {
        variant(sku, options, price, barcode);
    }

    static VariantBody of(Variant variant) {
        return new VariantBody(variant.sku(), Optional.of(variant.options()), variant.price(), variant.barcode());
    }

    Variant variant() {
        return variant(sku, options, price, barcode);
    }

    private static Variant variant(
            String sku, Optional<Map<String, String>> options, Money price, Optional<String> barcode) {
        return new Variant(sku, options.orElse(Map.of()), price, barcode);
    }
}
