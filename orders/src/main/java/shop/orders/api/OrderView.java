package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Action;
import shop.orders.domain.Actions;
import shop.orders.domain.Changing.Seen;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.Order;
import shop.orders.domain.PaymentStatus;
import shop.orders.domain.Status;

/** An order as its reader may see it; a store sees its own lines only. */
@Schema(description = "An order as its reader may see it; a store sees its own lines only")
record OrderView(
        @Schema(description = "Its id", example = "ord_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String id,

        @Schema(description = "Its number, for people", example = "2030-7K3M9Q-X2F4GH")
        String number,

        @Schema(description = "Who ordered", example = "usr_01jd8e8qfx9b2d3n4pr5s6t7v8")
        String customerId,

        @Schema(description = "Where it stands as a whole", example = "placed")
        Status status,

        @Schema(description = "Where the money is", example = "paid")
        PaymentStatus paymentStatus,

        @Schema(description = "Where the goods are", example = "unfulfilled")
        FulfilmentStatus fulfilmentStatus,

        @Schema(description = "What was bought") List<ItemView> items,
        @Schema(description = "What these items cost") TotalsView totals,
        @Schema(description = "Where it goes") ShippingAddress shippingAddress,
        @Schema(description = "How it is paid") PaymentView payment,
        @Schema(description = "What was sent") List<ShipmentView> shipments,
        @Schema(description = "What came back") List<ReturnView> returns,
        @Schema(description = "What money went back") List<RefundView> refunds,

        @Schema(description = "What happened, the oldest first")
        List<MomentView> timeline,

        @Schema(description = "What you may do now") List<Action> availableActions,

        @Schema(description = "When it expires unless it is paid", example = "2030-01-02T12:30:00.000Z")
        Optional<Instant> payBy,

        @Schema(description = "Counts its changes", example = "1")
        int version,

        @Schema(description = "When it was placed", example = "2030-01-02T12:00:00.000Z")
        Instant createdAt,

        @Schema(description = "When it last changed", example = "2030-01-02T12:00:00.000Z")
        Instant updatedAt) {

    static OrderView of(Seen seen) {
        return of(seen.shown(), Actions.of(seen));
    }

    static OrderView of(Order order, List<Action> actions) {
        return new OrderView(
                order.id(),
                order.number(),
                order.customerId(),
                order.status(),
                order.payment().status(),
                order.fulfilment().status(),
                order.items().stream().map(ItemView::of).toList(),
                TotalsView.of(order.totals()),
                ShippingAddress.of(order.shippingAddress()),
                PaymentView.of(order.payment()),
                order.fulfilment().shipments().stream().map(ShipmentView::of).toList(),
                order.fulfilment().returns().stream().map(ReturnView::of).toList(),
                order.payment().refunds().stream().map(RefundView::of).toList(),
                order.timeline().stream().map(MomentView::of).toList(),
                actions,
                order.payBy(),
                order.version(),
                order.createdAt(),
                order.updatedAt());
    }
}
