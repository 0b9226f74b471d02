package shop.products.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;
import shop.products.domain.Line;
import shop.products.domain.Reservation;
import shop.products.domain.ReservationStatus;
import shop.products.domain.Want;

/** Reservations as orders sees them. */
final class ReservationViews {

    private ReservationViews() {}

    @Schema(description = "What an order wants")
    record ReserveItem(
            @Schema(description = "The product", example = "prd_01m1c2jv00e8e8qfx9b2d3n401", maxLength = 100)
            String productId,

            @Schema(description = "The variant; not needed where there is one", example = "TEA-1", maxLength = 64)
            Optional<String> sku,

            @Schema(description = "How many", example = "2", minimum = "1", maximum = "10000")
            int quantity) {

        ReserveItem {
            new Want(productId, sku, quantity); // says where the fault is while the path to it is known
        }

        Want want() {
            return new Want(productId, sku, quantity);
        }
    }

    @Schema(description = "Units to be kept for an order")
    record Reserve(
            @Schema(description = "All of it or nothing, 1 to 100 items")
            List<ReserveItem> items,

            @Schema(description = "Until when") Instant expiresAt) {

        List<Want> wants() {
            return Bodies.each("/items", items, ReserveItem::want);
        }
    }

    @Schema(description = "Units kept for an order, sold, or free again")
    record ReservationView(
            @Schema(description = "The order", example = "ord_01m1c2jv00e8e8qfx9b2d3n401")
            String orderId,

            @Schema(description = "held, committed or released", example = "held")
            String status,

            @Schema(description = "What is kept, at the price of the moment")
            List<LineView> lines) {

        static ReservationView of(Reservation reservation) {
            return new ReservationView(
                    reservation.id(),
                    status(reservation.status()),
                    reservation.lines().stream().map(LineView::of).toList());
        }

        private static String status(ReservationStatus status) {
            return switch (status) {
                case PENDING, HELD -> "held";
                case COMMITTED -> "committed";
                case RELEASED, RETURNED -> "released";
            };
        }
    }

    @Schema(description = "One variant of what is kept")
    record LineView(
            @Schema(description = "The product", example = "prd_01m1c2jv00e8e8qfx9b2d3n401")
            String productId,

            @Schema(description = "The variant", example = "TEA-1")
            String sku,

            @Schema(description = "Who sells it", example = "sto_01m1c2jv00e8e8qfx9b2d3n401")
            String storeId,

            @Schema(description = "What it is called", example = "Green tea")
            String title,

            @Schema(description = "What tells the variant from others", example = "{\"size\": \"100 g\"}")
            Map<String, String> options,

            @Schema(description = "What one costs") Money unitPrice,
            @Schema(description = "How many", example = "2") int quantity) {

        static LineView of(Line line) {
            return new LineView(
                    line.productId(),
                    line.sku(),
                    line.storeId(),
                    line.title(),
                    line.options(),
                    line.unitPrice(),
                    line.quantity());
        }
    }
}
