package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;
import shop.products.domain.ImportJob;
import shop.products.domain.ImportLine;
import shop.products.domain.ImportProblem;
import shop.products.domain.ImportStatus;
import shop.products.domain.ProductStatus;

/** Imports as sellers send them and see them. */
final class ImportViews {

    private ImportViews() {}

    @Schema(description = "A line of an import; what is left out stays as it is where the SKU is known")
    record ImportItem(
            @Schema(description = "The SKU: known ones are changed, others made", example = "TEA-1", maxLength = 64)
            String sku,

            @Schema(description = "What it is called", example = "Green tea", maxLength = 200)
            String title,

            @Schema(description = "What it is", example = "Sencha", maxLength = 10000)
            Optional<String> description,

            @Schema(description = "Categories by slug or name; unknown ones are made", example = "[\"tea\"]")
            Optional<List<String>> categories,

            @Schema(description = "Who makes it", example = "Leaf", maxLength = 100)
            Optional<String> brand,

            @Schema(description = "What else is to be said of it", example = "{\"origin\": \"Japan\"}")
            Optional<Map<String, String>> attributes,

            @Schema(description = "What one costs, in the store's currency")
            Money price,

            @Schema(description = "Pictures") Optional<List<ImageBody>> images,

            @Schema(description = "How many are there", example = "10", minimum = "0", maximum = "10000000")
            int onHand,

            @Schema(description = "Whether it is for sale; active when not said")
            Optional<ProductStatus> status) {

        ImportItem {
            line(sku, title, description, categories, brand, attributes, price, images, onHand, status);
        }

        ImportLine line() {
            return line(sku, title, description, categories, brand, attributes, price, images, onHand, status);
        }

        private static ImportLine line(
                String sku,
                String title,
                Optional<String> description,
                Optional<List<String>> categories,
                Optional<String> brand,
                Optional<Map<String, String>> attributes,
                Money price,
                Optional<List<ImageBody>> images,
                int onHand,
                Optional<ProductStatus> status) {
            return new ImportLine(
                    sku,
                    title,
                    description,
                    categories,
                    brand,
                    attributes,
                    price,
                    images.map(list -> Bodies.each("/images", list, ImageBody::image)),
                    onHand,
                    status);
        }
    }

    @Schema(description = "How far an import has come")
    record ImportView(
            @Schema(description = "Its id", example = "imp_01m1c2jv00e8e8qfx9b2d3n401")
            String id,

            @Schema(description = "The store", example = "sto_01m1c2jv00e8e8qfx9b2d3n401")
            String storeId,

            @Schema(description = "How far it has come") ImportStatus status,

            @Schema(description = "Lines looked at", example = "100")
            int processed,

            @Schema(description = "Products made", example = "90")
            int created,

            @Schema(description = "Products changed", example = "9")
            int updated,

            @Schema(description = "Lines refused", example = "1")
            int failed,

            @Schema(description = "What was wrong with them, the first 100 faults")
            List<ImportErrorView> errors,

            @Schema(description = "When it was sent") Instant createdAt,
            @Schema(description = "When it was done") Optional<Instant> finishedAt) {

        static ImportView of(ImportJob job) {
            return new ImportView(
                    job.id(),
                    job.storeId(),
                    job.status(),
                    job.processed(),
                    job.created(),
                    job.updated(),
                    job.failed(),
                    job.errors().stream().map(ImportErrorView::of).toList(),
                    job.createdAt(),
                    job.finishedAt());
        }
    }

    @Schema(description = "A fault in a line")
    record ImportErrorView(
            @Schema(description = "The line, as counted in the file from 1", example = "7")
            int line,

            @Schema(description = "The field", example = "/price/amount")
            String pointer,

            @Schema(description = "What is wrong, for programs", example = "out_of_range")
            String code,

            @Schema(description = "What is wrong, for people", example = "must not be negative")
            String detail) {

        static ImportErrorView of(ImportProblem problem) {
            return new ImportErrorView(problem.line(), problem.pointer(), problem.code(), problem.detail());
        }
    }
}
