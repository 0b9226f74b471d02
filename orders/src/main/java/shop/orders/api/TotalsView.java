package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import shop.orders.domain.Totals;
import shop.platform.Money;

/** What it costs. */
@Schema(description = "What it costs")
record TotalsView(
        @Schema(description = "All lines") Money items,
        @Schema(description = "Sending it; nothing so far") Money shipping,
        @Schema(description = "Tax on top; nothing so far") Money tax,
        @Schema(description = "What is to be paid") Money grand) {

    static TotalsView of(Totals totals) {
        return new TotalsView(totals.items(), totals.shipping(), totals.tax(), totals.grand());
    }
}
