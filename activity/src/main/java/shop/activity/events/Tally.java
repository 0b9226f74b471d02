package shop.activity.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import shop.activity.domain.Measure;
import shop.activity.domain.Measure.Series;
import shop.activity.domain.Step;
import shop.platform.events.Event;

/** What an event adds to the statistics. */
final class Tally {

    record Amount(long amount, String currency) {}

    record Totals(Amount grand) {}

    record Item(String productId, String title, int quantity) {}

    /** Of an order, only what is counted. */
    record Order(String customerId, List<Item> items, Totals totals) {}

    private Tally() {}

    static List<Measure> of(Event event) {
        return switch (event.type()) {
            case "user.registered" -> List.of(one(Series.SIGNUPS, event));
            case "user.logged_in" -> List.of(one(Series.LOGINS, event));
            case "review.created" -> List.of(one(Series.REVIEWS, event));
            case "order.placed" -> placed(event, event.data(Order.class));
            case "order.paid" -> paid(event, event.data(Order.class));
            default -> List.of();
        };
    }

    private static List<Measure> placed(Event event, Order order) {
        var measures = new ArrayList<Measure>();
        measures.add(one(Series.ORDERS, event));
        measures.add(step(Step.ORDER_PLACED, order, event));
        var products = new LinkedHashMap<String, Item>(); // one product may stand in several lines
        order.items().forEach(item -> products.merge(item.productId(), item, Tally::both));
        for (var product : products.values()) {
            measures.add(Measure.some(
                    Series.PRODUCTS,
                    product.productId(),
                    product.title(),
                    product.quantity(),
                    event.id(),
                    event.time()));
        }
        return measures;
    }

    private static List<Measure> paid(Event event, Order order) {
        var grand = order.totals().grand();
        return List.of(
                Measure.some(Series.REVENUE, grand.currency(), "", grand.amount(), event.id(), event.time()),
                step(Step.ORDER_PAID, order, event));
    }

    private static Item both(Item one, Item other) {
        return new Item(one.productId(), one.title(), Math.addExact(one.quantity(), other.quantity()));
    }

    private static Measure one(Series series, Event event) {
        return Measure.one(series, event.id(), event.time());
    }

    private static Measure step(Step step, Order order, Event event) {
        return Measure.seen(Series.FUNNEL, step.name(), order.customerId(), event.time(), Optional.empty());
    }
}
