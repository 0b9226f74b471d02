package shop.email.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.email.domain.Addressing;
import shop.email.domain.Cause;
import shop.email.domain.Queueing;
import shop.email.domain.Recipient;
import shop.email.domain.Template;
import shop.platform.Money;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** Writes to buyers about their orders. */
public final class OrderConsumer {

    record Order(
            String orderId,
            String number,
            String customerId,
            String fulfilmentStatus,
            List<Item> items,
            Totals totals,
            Optional<Shipment> shipment,
            Optional<Refund> refund,
            Optional<String> reason) {}

    record Item(String sku, String title, int quantity, Money unitPrice, Money total) {}

    record Totals(Money grand) {}

    record Shipment(String carrier, String trackingNumber, List<Line> lines) {}

    record Line(String sku, int quantity) {}

    record Refund(Money amount, Optional<String> reason) {}

    private final Queueing queueing;
    private final Addressing addressing;
    private final Duration reviewDelay;

    /** @param reviewDelay how long after everything has arrived a buyer is asked what they think */
    public OrderConsumer(Queueing queueing, Addressing addressing, Duration reviewDelay) {
        this.queueing = queueing;
        this.addressing = addressing;
        this.reviewDelay = reviewDelay;
    }

    public AutoCloseable listenTo(EventBus bus) {
        var types = List.of(
                "order.placed",
                "order.paid",
                "order.shipped",
                "order.delivered",
                "order.cancelled",
                "order.expired",
                "order.refunded");
        return bus.subscribe("email.orders", types, this::write);
    }

    private void write(Event event) {
        var order = event.data(Order.class);
        addressing.person(order.customerId()).ifPresent(to -> write(event, order, to));
    }

    private void write(Event event, Order order, Recipient to) {
        var cause = new Cause(event.id(), event.time());
        switch (event.type()) {
            case "order.placed" -> {
                var data = with(order, "items", items(order.items()));
                data.put("total", money(order.totals().grand()));
                queueing.tell(cause, Template.ORDER_CONFIRMATION, to, data);
            }
            case "order.paid" ->
                queueing.tell(
                        cause,
                        Template.PAYMENT_RECEIVED,
                        to,
                        with(order, "total", money(order.totals().grand())));
            case "order.shipped" -> queueing.tell(cause, Template.ORDER_SHIPPED, to, shipped(order));
            case "order.delivered" -> delivered(cause, order, to);
            case "order.refunded" -> queueing.tell(cause, Template.ORDER_REFUNDED, to, refunded(order));
            default -> queueing.tell(cause, Template.ORDER_CANCELLED, to, reason(facts(order), order.reason()));
        }
    }

    private void delivered(Cause cause, Order order, Recipient to) {
        queueing.tell(cause, Template.ORDER_DELIVERED, to, facts(order));
        if (!order.fulfilmentStatus().equals("delivered")) return; // more is on its way
        queueing.tell(cause, Template.REVIEW_REQUEST, to, with(order, "items", items(order.items())), reviewDelay);
    }

    private static Map<String, Object> shipped(Order order) {
        var shipment = order.shipment().orElseThrow(() -> new IllegalArgumentException("nothing was shipped"));
        var items = shipment.lines().stream()
                .flatMap(line -> order.items().stream()
                        .filter(item -> item.sku().equals(line.sku()))
                        .limit(1)
                        .map(item -> new Item(
                                item.sku(),
                                item.title(),
                                line.quantity(),
                                item.unitPrice(),
                                item.unitPrice().times(line.quantity()))))
                .toList();
        var data = with(order, "items", items(items));
        data.put("carrier", shipment.carrier());
        data.put("trackingNumber", shipment.trackingNumber());
        return data;
    }

    private static Map<String, Object> refunded(Order order) {
        var refund = order.refund().orElseThrow(() -> new IllegalArgumentException("nothing was refunded"));
        return reason(with(order, "amount", money(refund.amount())), refund.reason());
    }

    private static Map<String, Object> reason(Map<String, Object> data, Optional<String> reason) {
        reason.filter(text -> !text.isBlank()).ifPresent(text -> data.put("reason", text));
        return data;
    }

    private static Map<String, Object> with(Order order, String name, Object value) {
        var data = facts(order);
        data.put(name, value);
        return data;
    }

    private static Map<String, Object> facts(Order order) {
        return new HashMap<>(Map.of("orderId", order.orderId(), "number", order.number()));
    }

    private static List<Object> items(List<Item> items) {
        return items.stream()
                .<Object>map(item ->
                        Map.of("title", item.title(), "quantity", item.quantity(), "total", money(item.total())))
                .toList();
    }

    private static Map<String, Object> money(Money money) {
        return Map.of("amount", money.amount(), "currency", money.currency());
    }
}
