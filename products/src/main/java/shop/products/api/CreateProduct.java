package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.products.domain.Details;
import shop.products.domain.ProductStatus;

@Schema(description = "A new product")
record CreateProduct(
        @Schema(description = "The store that sells it", example = "sto_01m1c2jv00e8e8qfx9b2d3n401", maxLength = 64)
        String storeId,

        @Schema(description = "What it is called", example = "Green tea", maxLength = 200)
        String title,

        @Schema(description = "What it is", example = "Sencha, steamed the day it is picked", maxLength = 10000)
        Optional<String> description,

        @Schema(description = "Slugs of categories, 20 at most; unknown ones are made", example = "[\"tea\"]")
        Optional<List<String>> categories,

        @Schema(description = "Who makes it", example = "Leaf", maxLength = 100)
        Optional<String> brand,

        @Schema(description = "What else is to be said of it, 50 at most", example = "{\"origin\": \"Japan\"}")
        Optional<Map<String, String>> attributes,

        @Schema(description = "Pictures, 20 at most") Optional<List<ImageBody>> images,

        @Schema(description = "Whether it is for sale; active when not said")
        Optional<ProductStatus> status,

        @Schema(description = "The ways to buy it, 1 to 100")
        List<VariantBody> variants) {

    CreateProduct {
        EditProduct.details(title, description, categories, brand, attributes, images, status, variants);
    }

    Details details() {
        return EditProduct.details(title, description, categories, brand, attributes, images, status, variants);
    }
}
