package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.Order;
import shop.orders.domain.Status;

/** Where an order is on its way. */
@Schema(description = "Where an order is on its way")
record TrackingView(
        @Schema(description = "The order", example = "ord_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String orderId,

        @Schema(description = "Its number, for people", example = "2030-7K3M9Q-X2F4GH")
        String number,

        @Schema(description = "Where it stands as a whole", example = "placed")
        Status status,

        @Schema(description = "Where the goods are", example = "shipped")
        FulfilmentStatus fulfilmentStatus,

        @Schema(description = "What was sent") List<ShipmentView> shipments,

        @Schema(description = "What happened, the oldest first")
        List<MomentView> timeline) {

    static TrackingView of(Order order) {
        return new TrackingView(
                order.id(),
                order.number(),
                order.status(),
                order.fulfilment().status(),
                order.fulfilment().shipments().stream().map(ShipmentView::of).toList(),
                order.timeline().stream().map(MomentView::of).toList());
    }
}
