package shop.orders.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.Item;
import shop.orders.domain.Item.Option;
import shop.orders.domain.Method;
import shop.orders.domain.OrderEvent;
import shop.orders.domain.PaymentStatus;
import shop.orders.domain.Status;
import shop.orders.domain.Totals;
import shop.platform.Money;

/** The order as it was when something happened to it, and beside it what was special about that. */
record Snapshot(
        String orderId,
        String number,
        String customerId,
        Status status,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        Method paymentMethod,
        List<Sold> items,
        List<String> storeIds,
        Totals totals,
        String by,
        @JsonUnwrapped Special special) {

    /** One line of the order. */
    record Sold(
            String productId,
            String sku,
            String storeId,
            String title,
            Map<String, String> options,
            Money unitPrice,
            int quantity,
            Money total) {

        static Sold of(Item item) {
            return new Sold(
                    item.productId(),
                    item.sku(),
                    item.storeId(),
                    item.title(),
                    item.options().stream().collect(Collectors.toMap(Option::name, Option::value)),
                    item.unitPrice(),
                    item.quantity(),
                    item.total());
        }
    }

    static Snapshot of(OrderEvent event) {
        var order = event.order();
        return new Snapshot(
                order.id(),
                order.number(),
                order.customerId(),
                order.status(),
                order.payment().status(),
                order.fulfilment().status(),
                order.payment().method(),
                order.items().stream().map(Sold::of).toList(),
                order.storeIds(),
                order.totals(),
                event.by(),
                Special.of(event));
    }
}
