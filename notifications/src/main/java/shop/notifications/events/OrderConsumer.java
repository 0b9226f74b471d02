package shop.notifications.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.notifications.domain.Forgetting;
import shop.notifications.domain.Notifying;
import shop.notifications.domain.Occasion;
import shop.notifications.domain.TeamFinder;
import shop.notifications.domain.Type;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Tells buyers how their orders go, and stores' teams that there is one. */
public final class OrderConsumer {

    record Parcel(String carrier, String trackingNumber) {}

    /** Only what notifications needs; whatever else orders tells is ignored. */
    record OrderTold(
            String orderId,
            String number,
            String customerId,
            List<String> storeIds,
            Optional<Parcel> shipment,
            Optional<String> reason) {}

    private static final Map<String, Type> TYPES = Map.of(
            "order.placed", Type.ORDER_PLACED,
            "order.paid", Type.ORDER_PAID,
            "order.shipped", Type.ORDER_SHIPPED,
            "order.delivered", Type.ORDER_DELIVERED,
            "order.cancelled", Type.ORDER_CANCELLED,
            "order.expired", Type.ORDER_CANCELLED,
            "order.refunded", Type.ORDER_REFUNDED);

    private final Notifying notifying;
    private final TeamFinder teams;
    private final Forgetting forgetting;

    public OrderConsumer(Notifying notifying, TeamFinder teams, Forgetting forgetting) {
        this.notifying = notifying;
        this.teams = teams;
        this.forgetting = forgetting;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe(
                "notifications.orders", TYPES.keySet().stream().sorted().toList(), this::tell);
    }

    private void tell(Event event) {
        var order = event.data(OrderTold.class);
        var type = TYPES.get(event.type());
        if (type == null) throw new IllegalStateException("not subscribed to " + event.type());
        notifying.tell(List.of(order.customerId()), new Occasion(event.id(), event.time(), type, data(order)));
        forgetting.forgetAgain(order.customerId()); // an order may outlive its customer
        if (type == Type.ORDER_PLACED) {
            for (var store : order.storeIds()) {
                var data = new LinkedHashMap<>(data(order));
                data.put("storeId", store);
                notifying.tell(
                        teams.members(store),
                        new Occasion(event.id() + store, event.time(), Type.STORE_ORDER_RECEIVED, data));
            }
        }
    }

    private static Map<String, String> data(OrderTold order) {
        var data = new LinkedHashMap<String, String>();
        data.put("orderId", order.orderId());
        data.put("number", order.number());
        order.shipment().ifPresent(parcel -> data.put("detail", parcel.carrier() + " " + parcel.trackingNumber()));
        order.reason().ifPresent(reason -> data.put("detail", reason));
        return data;
    }
}
