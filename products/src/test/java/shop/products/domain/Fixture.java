package shop.products.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Money;

/** Valid values for tests; change only what the test is about. */
public final class Fixture {

    public static final String STORE = "sto_1";

    private Fixture() {}

    public static Store store(StoreStatus status, int sequence) {
        return new Store(STORE, status, "ann", List.of("bob"), "EUR", sequence);
    }

    public static Details details(String title, String sku, long price) {
        return new Details(
                title,
                "",
                List.of("tea"),
                Optional.of("Leaf"),
                Map.of("a.b", "$c"),
                List.of(new Image("https://images.example/1.jpg", Optional.empty())),
                ProductStatus.ACTIVE,
                List.of(new Variant(sku, Map.of("size.x", "L"), new Money(price, "EUR"), Optional.empty())));
    }

    public static Product product(String id, String title, long price) {
        return Product.create(id, store(StoreStatus.PUBLISHED, 1), details(title, "SKU-" + id, price), NOON);
    }

    public static Product next(Product product, String title) {
        var details = details(title, product.details().skus().getFirst(), 1);
        return product.edit(store(StoreStatus.PUBLISHED, 1), details, NOON.plusSeconds(60));
    }

    public static Stock stock() {
        return Stock.none(product("prd_1", "Tea", 499), "SKU-prd_1", 5);
    }

    public static Movement movement(String id, MovementType type, int delta) {
        return new Movement(id, type, delta, Optional.empty(), "ann", Optional.empty(), NOON);
    }

    public static Hold hold(String key, int quantity) {
        return new Hold(key, quantity, NOON.plus(Duration.ofMinutes(30)));
    }

    public static Line line(String productId, int quantity) {
        return new Line(
                productId, "SKU-" + productId, STORE, "Tea", Map.of("size.x", "L"), new Money(499, "EUR"), quantity);
    }

    public static Reservation reservation(String orderId) {
        return Reservation.begin(orderId, List.of(line("prd_1", 2)), NOON.plus(Duration.ofMinutes(30)), NOON);
    }
}
