package shop.orders.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Failure.Problem;
import shop.platform.Money;

/** A catalogue with a stock, as far as orders can tell it from products. */
public final class InMemoryCatalogue implements Catalogue {

    /** What is kept for an order. */
    public record Hold(List<Item> items, Instant expiresAt) {}

    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private boolean away;

    /** A product with one variant, SKU like the id in capitals. */
    public synchronized InMemoryCatalogue with(String id, String storeId, Money price, int stock) {
        var variant = new Variant(id.toUpperCase(Locale.ROOT), List.of(), price, stock);
        return with(new Product(id, storeId, "The " + id, List.of(variant)));
    }

    public synchronized InMemoryCatalogue with(Product product) {
        products.put(product.id(), product);
        return this;
    }

    /** It is not for sale any more. */
    public synchronized void without(String productId) {
        products.remove(productId);
    }

    /** From now on nobody answers, or somebody does again. */
    public synchronized void away(boolean now) {
        away = now;
    }

    public synchronized Optional<Hold> hold(String orderId) {
        return Optional.ofNullable(holds.get(orderId));
    }

    public synchronized int held() {
        return holds.size();
    }

    /** What an event does in products: the goods of an order are free again. */
    public synchronized void expire(String orderId) {
        holds.remove(orderId);
    }

    @Override
    public synchronized List<Item> reserve(String orderId, List<Line> lines, Instant expiresAt) {
        answers();
        var known = Optional.ofNullable(holds.get(orderId)).map(Hold::items);
        var items = known.orElseGet(() -> priced(lines));
        holds.put(orderId, new Hold(items, expiresAt));
        return items;
    }

    private List<Item> priced(List<Line> lines) {
        List<Item> items = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var at = "/items/" + i;
            var product = Optional.ofNullable(products.get(line.productId()));
            if (product.isEmpty()) problems.add(new Problem(at, "not_for_sale", "is not for sale"));
            else if (free(product.get(), line) < line.quantity()) {
                problems.add(new Problem(at, "insufficient_stock", "there is not enough"));
            } else items.add(item(product.get(), line));
        }
        if (!problems.isEmpty()) throw Failure.of(Kind.CONFLICT, problems);
        return items;
    }

    private int free(Product product, Line line) {
        return variant(product, line).available() - taken(line.productId());
    }

    private int taken(String productId) {
        return holds.values().stream()
                .flatMap(hold -> hold.items().stream())
                .filter(item -> item.productId().equals(productId))
                .mapToInt(Item::quantity)
                .sum();
    }

    private static Item item(Product product, Line line) {
        var variant = variant(product, line);
        return new Item(
                product.id(),
                variant.sku(),
                product.storeId(),
                product.title(),
                variant.options(),
                variant.price(),
                line.quantity());
    }

    private static Variant variant(Product product, Line line) {
        return product.variants().stream()
                .filter(variant -> line.sku().map(variant.sku()::equals).orElse(true))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized void release(String orderId) {
        if (!away) holds.remove(orderId);
    }

    @Override
    public synchronized Map<String, Product> forSale(Set<String> productIds) {
        answers();
        var forSale = new HashMap<>(products);
        forSale.keySet().retainAll(productIds);
        return forSale;
    }

    private void answers() {
        if (away) throw Failure.unavailable("products");
    }
}
