package shop.orders.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.orders.domain.Catalogue;
import shop.orders.domain.Item;
import shop.orders.domain.Line;
import shop.platform.Failure;
import shop.platform.Money;
import shop.platform.clients.Sibling;

/** The catalogue and the stock, as products keeps them. */
public final class ProductsCatalogue implements Catalogue {

    record Wanted(List<Line> items, Instant expiresAt) {}

    record Reservation(List<Held> lines) {}

    record Held(
            String productId,
            String sku,
            String storeId,
            String title,
            Optional<Map<String, String>> options,
            Money unitPrice,
            int quantity) {

        Item item() {
            return new Item(productId, sku, storeId, title, choices(options), unitPrice, quantity);
        }
    }

    record ForSale(List<Found> items) {}

    record Found(String id, String storeId, String title, List<Offered> variants) {

        Product product() {
            var offers = variants.stream().map(Offered::variant).toList();
            return new Product(id, storeId, title, offers);
        }
    }

    record Offered(String sku, Optional<Map<String, String>> options, Money price, int available) {

        Variant variant() {
            return new Variant(sku, choices(options), price, available);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ProductsCatalogue.class);

    private final Sibling products;

    public ProductsCatalogue(Sibling products) {
        this.products = products;
    }

    @Override
    public List<Item> reserve(String orderId, List<Line> lines, Instant expiresAt) {
        return products.put(reservation(orderId), new Wanted(lines, expiresAt)).as(Reservation.class).lines().stream()
                .map(Held::item)
                .toList();
    }

    /** What can't be given back now is given back by its expiry. */
    @Override
    public void release(String orderId) {
        try {
            var answer = products.delete(reservation(orderId));
            if (answer.status() != 404) answer.orThrow();
        } catch (Failure failure) {
            LOG.warn("what is held for {} stays so until it expires: {}", orderId, failure.getMessage());
        }
    }

    @Override
    public Map<String, Product> forSale(Set<String> productIds) {
        if (productIds.isEmpty()) return Map.of();
        var ids = URLEncoder.encode(String.join(",", productIds), UTF_8);
        return products.get("/products/for-sale?ids=" + ids).as(ForSale.class).items().stream()
                .map(Found::product)
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    private static String reservation(String orderId) {
        return "/products/reservations/" + orderId;
    }

    private static List<Item.Option> choices(Optional<Map<String, String>> options) {
        return options.orElse(Map.of()).entrySet().stream()
                .map(option -> new Item.Option(option.getKey(), option.getValue()))
                .sorted(Comparator.comparing(Item.Option::name))
                .toList();
    }
}
