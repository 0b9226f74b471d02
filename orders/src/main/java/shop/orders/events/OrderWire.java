package shop.orders.events;

import shop.orders.domain.OrderEvent;
import shop.platform.events.Fact;

/** How order events are called; changing anything here or in the payload changes a file in compose/contracts. */
public final class OrderWire {

    private OrderWire() {}

    public static Fact fact(OrderEvent event) {
        var type = switch (event) {
            case OrderEvent.Placed _ -> "order.placed";
            case OrderEvent.Paid _ -> "order.paid";
            case OrderEvent.PaymentFailed _ -> "order.payment_failed";
            case OrderEvent.Cancelled _ -> "order.cancelled";
            case OrderEvent.Expired _ -> "order.expired";
            case OrderEvent.Shipped _ -> "order.shipped";
            case OrderEvent.Delivered _ -> "order.delivered";
            case OrderEvent.Refunded _ -> "order.refunded";
            case OrderEvent.Returned _ -> "order.returned";
        };
        return new Fact("orders", type, Snapshot.of(event));
    }
}
