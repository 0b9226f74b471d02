package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.orders.domain.Carting.Priced;
import shop.orders.domain.Carting.Shown;
import shop.orders.domain.Item;
import shop.platform.Failure;
import shop.platform.Money;

/** A cart with the prices of this moment. */
@Schema(description = "A cart with the prices of this moment")
record CartView(
        @Schema(description = "What is in it") List<CartLineView> items,

        @Schema(description = "What it costs; absent when nothing in it has a price")
        Optional<TotalsView> totals,

        @Schema(description = "Whether it can be bought as it is", example = "true")
        boolean ready,

        @Schema(description = "Counts its changes", example = "3")
        int version) {

    /** One line. */
    @Schema(description = "One line")
    record CartLineView(
            @Schema(description = "The product", example = "prd_01jd8e8qfx9b2d3n4pr5s6t7v8")
            String productId,

            @Schema(description = "The variant", example = "TEA-1")
            Optional<String> sku,

            @Schema(description = "How many", example = "2") int quantity,

            @Schema(description = "Who sells it", example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
            Optional<String> storeId,

            @Schema(description = "What it is called", example = "Green tea")
            Optional<String> title,

            @Schema(description = "What tells the variant from the others", example = "{\"size\": \"L\"}")
            Optional<Map<String, String>> options,

            @Schema(description = "What one costs now") Optional<Money> unitPrice,
            @Schema(description = "What they cost together") Optional<Money> total,

            @Schema(description = "What stands in the way of buying it")
            List<CartProblem> problems) {

        static CartLineView of(Priced priced) {
            var line = priced.line();
            return new CartLineView(
                    line.productId(),
                    line.sku(),
                    line.quantity(),
                    priced.item().map(Item::storeId),
                    priced.item().map(Item::title),
                    priced.item().map(ItemView::options),
                    priced.item().map(Item::unitPrice),
                    priced.item().map(Item::total),
                    priced.problems().stream().map(CartProblem::of).toList());
        }
    }

    /** Why a line can't be bought as it is. */
    @Schema(description = "Why a line can't be bought as it is")
    record CartProblem(
            @Schema(description = "For programs", example = "insufficient_stock")
            String code,

            @Schema(description = "For people", example = "only 1 are left")
            String detail) {

        static CartProblem of(Failure.Problem problem) {
            return new CartProblem(problem.code(), problem.message());
        }
    }

    static CartView of(Shown shown) {
        var ready = !shown.lines().isEmpty()
                && shown.lines().stream().allMatch(line -> line.problems().isEmpty());
        return new CartView(
                shown.lines().stream().map(CartLineView::of).toList(),
                shown.totals().map(TotalsView::of),
                ready,
                shown.cart().version());
    }
}
