package shop.products.events;

import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.products.domain.StockEvent;

/** How stock events are called and look outside. They are about the product, though each SKU has its own stock. */
public final class StockWire {

    record Home(String productId, String sku) {}

    private StockWire() {}

    public static Fact fact(StockEvent event) {
        var type = switch (event) {
            case StockEvent.Adjusted _ -> "stock.adjusted";
            case StockEvent.Low _ -> "stock.low";
            case StockEvent.Depleted _ -> "stock.depleted";
            case StockEvent.Replenished _ -> "stock.replenished";
        };
        return new Fact(ProductWire.SOURCE, type, event);
    }

    /** The id of the stock that tells it. */
    public static String home(Event event) {
        var home = event.data(Home.class);
        return home.productId() + ":" + home.sku();
    }
}
