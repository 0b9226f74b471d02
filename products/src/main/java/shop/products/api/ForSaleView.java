package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import shop.products.api.ProductView.VariantView;
import shop.products.domain.Product;

@Schema(description = "What is for sale of the products asked for")
record ForSaleView(
        @Schema(description = "In any order; what is not for sale is left out")
        List<OfferView> items) {

    @Schema(description = "A product, as far as carts care")
    record OfferView(
            @Schema(description = "Its id", example = "prd_01m1c2jv00e8e8qfx9b2d3n401")
            String id,

            @Schema(description = "The store that sells it", example = "sto_01m1c2jv00e8e8qfx9b2d3n401")
            String storeId,

            @Schema(description = "What it is called", example = "Pan-fired Longjing tea")
            String title,

            @Schema(description = "The ways to buy it") List<VariantView> variants) {}

    static ForSaleView of(List<Product> products) {
        return new ForSaleView(
                products.stream().map(ProductView::of).map(ForSaleView::offer).toList());
    }

    private static OfferView offer(ProductView product) {
        return new OfferView(product.id(), product.storeId(), product.title(), product.variants());
    }
}
