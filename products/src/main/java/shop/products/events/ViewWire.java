package shop.products.events;

import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.products.domain.ViewEvent;

/** How views are called and look outside. They are about the product, though each person's view is kept apart. */
public final class ViewWire {

    record Home(String userId, String productId) {}

    private ViewWire() {}

    public static Fact fact(ViewEvent event) {
        return switch (event) {
            case ViewEvent.Viewed viewed -> new Fact(ProductWire.SOURCE, "product.viewed", viewed);
        };
    }

    /** The id of the view that tells it. */
    public static String home(Event event) {
        var home = event.data(Home.class);
        return home.userId() + ":" + home.productId();
    }
}
