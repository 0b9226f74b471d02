package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import shop.orders.domain.Item;
import shop.platform.Money;

/** One line of an order. */
@Schema(description = "One line of an order")
record ItemView(
        @Schema(description = "The product", example = "prd_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String productId,

        @Schema(description = "The variant", example = "TEA-1")
        String sku,

        @Schema(description = "Who sells it", example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String storeId,

        @Schema(description = "What it was called when it was bought", example = "Green tea")
        String title,

        @Schema(description = "What tells the variant from the others", example = "{\"size\": \"L\"}")
        Map<String, String> options,

        @Schema(description = "What one cost when it was bought")
        Money unitPrice,

        @Schema(description = "How many", example = "2") int quantity,
        @Schema(description = "What they cost together") Money total) {

    static ItemView of(Item item) {
        return new ItemView(
                item.productId(),
                item.sku(),
                item.storeId(),
                item.title(),
                options(item),
                item.unitPrice(),
                item.quantity(),
                item.total());
    }

    static Map<String, String> options(Item item) {
        var options = new TreeMap<String, String>();
        item.options().forEach(option -> options.put(option.name(), option.value()));
        return options;
    }
}
