package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import shop.orders.domain.Return;

/** What has come back to a store. */
@Schema(description = "What has come back to a store")
record ReturnView(
        @Schema(description = "The store", example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String storeId,

        @Schema(description = "What came back") List<ParcelLine> lines,

        @Schema(description = "Why", example = "wrong colour")
        String reason,

        @Schema(description = "Whether it is for sale again", example = "true")
        boolean restock,

        @Schema(description = "When", example = "2030-01-02T12:00:00.000Z")
        Instant at) {

    static ReturnView of(Return back) {
        var lines = back.lines().stream().map(ParcelLine::of).toList();
        return new ReturnView(back.storeId(), lines, back.reason(), back.restock(), back.at());
    }
}
