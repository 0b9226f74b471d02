package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Shipment;

/** What one store has sent in one go. */
@Schema(description = "What one store has sent in one go")
record ShipmentView(
        @Schema(description = "Its number within the order", example = "1")
        int number,

        @Schema(description = "Who sent it", example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String storeId,

        @Schema(description = "Who carries it", example = "DHL")
        String carrier,

        @Schema(description = "How the carrier calls it", example = "JD014600003")
        String trackingNumber,

        @Schema(description = "What is in it") List<ParcelLine> lines,

        @Schema(description = "shipped or delivered", example = "shipped")
        Shipment.State status,

        @Schema(description = "When it was sent", example = "2030-01-02T12:00:00.000Z")
        Instant shippedAt,

        @Schema(description = "When it arrived", example = "2030-01-04T09:30:00.000Z")
        Optional<Instant> deliveredAt) {

    static ShipmentView of(Shipment it) {
        return new ShipmentView(
                it.number(),
                it.storeId(),
                it.carrier(),
                it.trackingNumber(),
                it.lines().stream().map(ParcelLine::of).toList(),
                it.status(),
                it.shippedAt(),
                it.deliveredAt());
    }
}
