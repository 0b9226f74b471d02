package shop.products.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.platform.Page;

/** Remembering what a person has looked at. */
public final class Viewing {

    private static final int MOST = 50;

    private final Views views;
    private final Products products;
    private final Cataloguing cataloguing;
    private final Clock clock;

    public Viewing(Views views, Products products, Cataloguing cataloguing, Clock clock) {
        this.views = views;
        this.products = products;
        this.cataloguing = cataloguing;
        this.clock = clock;
    }

    public void saw(String userId, String productId, String storeId) {
        views.keep(new View(userId, productId, storeId, clock.instant()), MOST);
    }

    /** The newest first; what can't be seen any more is left out. */
    public Page<Product> recently(Caller caller, Page.Request request) {
        var page = views.of(caller.id(), request);
        var ids = page.items().stream().map(View::productId).toList();
        var found = products.findAll(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
        List<Product> seen = new ArrayList<>();
        for (var id : ids) {
            var product = found.get(id);
            if (product != null && cataloguing.visible(product, caller)) seen.add(product);
        }
        return new Page<>(seen, page.next());
    }
}
