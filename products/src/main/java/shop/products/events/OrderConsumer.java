package shop.products.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.products.domain.Line;
import shop.products.domain.Reserving;
import shop.products.domain.Restocking;

/** What products does when orders says something: stock follows the order. */
public final class OrderConsumer {

    record Told(String orderId, String paymentMethod, List<Item> items, Optional<Returned> returned) {

        List<Line> lines() {
            return items.stream().map(Item::line).toList();
        }

        /** A returned line may name the SKU alone; where two stores have one of that name, the product tells them apart. */
        Item item(Back back) {
            return items.stream()
                    .filter(item -> item.sku().equals(back.sku())
                            && back.productId().map(item.productId()::equals).orElse(true))
                    .findFirst()
                    .orElseThrow(() -> Failure.notFound("sku", back.sku()));
        }
    }

    record Item(
            String productId,
            String sku,
            String storeId,
            String title,
            Map<String, String> options,
            Money unitPrice,
            int quantity) {

        Line line() {
            return line(quantity);
        }

        Line line(int number) {
            return new Line(productId, sku, storeId, title, options, unitPrice, number);
        }
    }

    record Returned(List<Back> lines, boolean restock) {}

    record Back(String sku, int quantity, Optional<String> productId) {}

    private static final String CARD = "card";

    private final Reserving reserving;
    private final Restocking restocking;

    public OrderConsumer(Reserving reserving, Restocking restocking) {
        this.reserving = reserving;
        this.restocking = restocking;
    }

    public AutoCloseable listenTo(EventBus bus) {
        var types = List.of("order.placed", "order.paid", "order.cancelled", "order.expired", "order.returned");
        return bus.subscribe("products.orders", types, this::follow);
    }

    private void follow(Event event) {
        var told = event.data(Told.class);
        switch (event.type()) {
            case "order.placed" -> {
                if (!told.paymentMethod().equals(CARD)) reserving.sold(told.orderId(), told.lines());
            }
            case "order.paid" -> reserving.sold(told.orderId(), told.lines());
            case "order.cancelled", "order.expired" -> reserving.ended(told.orderId(), event.time());
            case "order.returned" ->
                told.returned().filter(Returned::restock).ifPresent(back -> {
                    var lines = back.lines().stream()
                            .map(line -> told.item(line).line(line.quantity()))
                            .toList();
                    restocking.putBack(told.orderId(), lines, event.id(), event.time());
                });
            default -> throw new IllegalStateException("nobody asked for " + event.type());
        }
    }
}
