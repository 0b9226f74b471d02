package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import shop.orders.domain.Refund;
import shop.platform.Money;

/** Money that goes back. */
@Schema(description = "Money that goes back")
record RefundView(
        @Schema(description = "How much") Money amount,

        @Schema(description = "Why", example = "arrived late")
        String reason,

        @Schema(description = "pending or done", example = "done")
        String status,

        @Schema(description = "When it was promised", example = "2030-01-02T12:00:00.000Z")
        Instant at) {

    static RefundView of(Refund refund) {
        return new RefundView(refund.amount(), refund.reason(), refund.done() ? "done" : "pending", refund.at());
    }
}
