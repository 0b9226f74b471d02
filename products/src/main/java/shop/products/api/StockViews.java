package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.products.domain.Entry;
import shop.products.domain.MovementType;
import shop.products.domain.Stock;

/** Stock as sellers see it. */
final class StockViews {

    private StockViews() {}

    @Schema(description = "The stock of a product")
    record StockView(
            @Schema(description = "One for each variant") List<SkuView> items) {

        static StockView of(List<Stock> stocks) {
            return new StockView(stocks.stream().map(SkuView::of).toList());
        }
    }

    @Schema(description = "The stock of one SKU")
    record SkuView(
            @Schema(description = "The variant", example = "TEA-1")
            String sku,

            @Schema(description = "How many are there", example = "10")
            int onHand,

            @Schema(description = "How many of them are kept for orders", example = "2")
            int reserved,

            @Schema(description = "How many can be ordered", example = "8")
            int available,

            @Schema(description = "How many are few", example = "5")
            int lowStockThreshold) {

        static SkuView of(Stock stock) {
            return new SkuView(stock.sku(), stock.onHand(), stock.reserved(), stock.available(), stock.threshold());
        }
    }

    @Schema(description = "Units that came or went")
    record MovementView(
            @Schema(description = "Its id", example = "mov_01m1c2jv00e8e8qfx9b2d3n401")
            String id,

            @Schema(description = "The variant", example = "TEA-1")
            String sku,

            @Schema(description = "Why") MovementType type,

            @Schema(description = "How many came, or went below 0", example = "-2")
            int delta,

            @Schema(description = "How many were there then", example = "8")
            int onHandAfter,

            @Schema(description = "Why, in words", example = "damaged")
            Optional<String> reason,

            @Schema(
                    description = "Who did it, or system",
                    example = "usr_01m1c2jv00e8e8qfx9b2d3n402",
                    pattern = "^[^\\x00]*$",
                    maxLength = 64)
            String actor,

            @Schema(description = "The order it was for", example = "ord_01m1c2jv00e8e8qfx9b2d3n401")
            Optional<String> orderId,

            @Schema(description = "When") Instant at) {

        static MovementView of(Entry entry) {
            var movement = entry.movement();
            return new MovementView(
                    movement.id(),
                    entry.sku(),
                    movement.type(),
                    movement.delta(),
                    entry.onHandAfter(),
                    movement.reason(),
                    movement.actor(),
                    movement.orderId(),
                    movement.at());
        }
    }

    @Schema(description = "Stock as counted")
    record SetStock(
            @Schema(description = "How many are there", example = "10", minimum = "0", maximum = "10000000")
            int onHand,

            @Schema(
                    description = "How many are few; stays as it is when not said",
                    example = "5",
                    minimum = "0",
                    maximum = "10000000")
            Optional<Integer> lowStockThreshold) {}

    @Schema(description = "Units that came or went")
    record AdjustStock(
            @Schema(
                    description = "How many came, or went below 0",
                    example = "-2",
                    minimum = "-10000000",
                    maximum = "10000000")
            int delta,

            @Schema(description = "Why", example = "damaged", maxLength = 200)
            String reason) {}
}
