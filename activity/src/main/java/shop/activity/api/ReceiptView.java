package shop.activity.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import shop.activity.domain.Receipt;

@Schema(description = "What became of a batch")
record ReceiptView(
        @Schema(description = "How many were new", example = "2")
        int accepted,

        @Schema(description = "How many were known already", example = "0")
        int duplicates,

        @Schema(description = "Those that were not taken") List<RejectedEvent> rejected) {

    @Schema(description = "An event that was not taken")
    record RejectedEvent(
            @Schema(description = "Its place in the batch, from 0", example = "2")
            int index,

            @Schema(description = "Why", example = "too_old")
            String code,

            @Schema(description = "Why, for people", example = "/occurredAt must not be more than 30 days ago")
            String detail) {}

    static ReceiptView of(Receipt receipt) {
        var rejected = receipt.rejected().stream()
                .map(each -> new RejectedEvent(each.index(), each.code(), each.detail()))
                .toList();
        return new ReceiptView(receipt.accepted(), receipt.duplicates(), rejected);
    }
}
