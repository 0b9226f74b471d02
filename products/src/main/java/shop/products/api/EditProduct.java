package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;
import shop.products.domain.Details;
import shop.products.domain.Product;
import shop.products.domain.ProductStatus;

@Schema(description = "All that a seller says about a product")
record EditProduct(
        @Schema(
                description = "The store that sells it; may be said, not changed",
                example = "sto_01m1c2jv00e8e8qfx9b2d3n401",
                maxLength = 64)
        Optional<String> storeId,

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

    EditProduct {
        details(title, description, categories, brand, attributes, images, status, variants);
    }

    static EditProduct of(Product product) {
        var details = product.details();
        return new EditProduct(
                Optional.of(product.storeId()),
                details.title(),
                Optional.of(details.description()),
                Optional.of(details.categories()),
                details.brand(),
                Optional.of(details.attributes()),
                Optional.of(details.images().stream().map(ImageBody::of).toList()),
                Optional.of(details.status()),
                details.variants().stream().map(VariantBody::of).toList());
    }

    /** What it says of this product, which stays in its store. */
    Details details(Product product) {
        if (!storeId.orElse(product.storeId()).equals(product.storeId())) {
            throw Failure.invalid("/storeId", "immutable", "a product stays in its store");
        }
        return details(title, description, categories, brand, attributes, images, status, variants);
    }

    static Details details(
            String title,
            Optional<String> description,
            Optional<List<String>> categories,
            Optional<String> brand,
            Optional<Map<String, String>> attributes,
            Optional<List<ImageBody>> images,
            Optional<ProductStatus> status,
            List<VariantBody> variants) {
        return new Details(
                title,
                description.orElse(""),
                categories.orElse(List.of()),
                brand,
                attributes.orElse(Map.of()),
                Bodies.each("/images", images.orElse(List.of()), ImageBody::image),
                status.orElse(ProductStatus.ACTIVE),
                Bodies.each("/variants", variants, VariantBody::variant));
    }
}
