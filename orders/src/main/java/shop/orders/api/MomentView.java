package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import shop.orders.domain.Moment;
import shop.platform.Money;

/** Something that happened to an order. */
@Schema(description = "Something that happened to an order")
record MomentView(
        @Schema(description = "When", example = "2030-01-02T12:00:00.000Z")
        Instant at,

        @Schema(description = "What", example = "placed") Moment.Type type,

        @Schema(
                description = "Who did it: a user's id, or system",
                example = "usr_01jd8e8qfx9b2d3n4pr5s6t7v8",
                pattern = "^[^\\x00]*$",
                maxLength = 64)
        String actor,

        @Schema(description = "What there is to say about it")
        MomentData data) {

    /** The particulars; what does not apply is left out. */
    @Schema(description = "The particulars; what does not apply is left out")
    record MomentData(
            @Schema(description = "Money that came or went") Optional<Money> amount,

            @Schema(description = "Why", example = "changed my mind")
            Optional<String> reason,

            @Schema(description = "Why a card was declined", example = "insufficient_funds")
            Optional<String> declineCode,

            @Schema(description = "The number of the shipment", example = "1")
            Optional<Integer> shipment,

            @Schema(description = "The store that did it", example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
            Optional<String> storeId) {}

    static MomentView of(Moment moment) {
        var data = moment.data();
        return new MomentView(
                moment.at(),
                moment.type(),
                moment.actor(),
                new MomentData(data.amount(), data.reason(), data.declineCode(), data.shipment(), data.storeId()));
    }
}
