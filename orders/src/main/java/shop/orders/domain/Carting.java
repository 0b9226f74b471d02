package shop.orders.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import shop.orders.domain.Catalogue.Product;
import shop.orders.domain.Catalogue.Variant;
import shop.platform.Failure;
import shop.platform.Failure.Problem;
import shop.platform.Money;

/** The cart: what is in it, what it costs today, and what stands in the way of buying it. */
public final class Carting {

    /** A line with what the catalogue says of it; without an item when it can't be bought as it is. */
    public record Priced(Line line, Optional<Item> item, List<Problem> problems) {

        public Priced {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A cart as its owner sees it.
     *
     * @param totals of the lines that have a price; empty when none has
     */
    public record Shown(Cart cart, List<Priced> lines, Optional<Totals> totals) {

        public Shown {
            lines = List.copyOf(lines);
        }
    }

    private static final int TRIES = 20;

    private final Carts carts;
    private final Catalogue catalogue;
    private final Clock clock;

    public Carting(Carts carts, Catalogue catalogue, Clock clock) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public Shown show(String customerId) {
        return shown(cart(customerId));
    }

    /** A line is put in even when there is not enough of it: the cart says so, and there may be more tomorrow. */
    public Shown put(String customerId, Line wanted, OptionalInt seen) {
        var id = wanted.productId();
        var product = Optional.ofNullable(catalogue.forSale(Set.of(id)).get(id))
                .orElseThrow(() -> Failure.notFound("product", id));
        var variant = variant(product, wanted.sku());
        var line = new Line(wanted.productId(), Optional.of(variant.sku()), wanted.quantity());
        return shown(change(customerId, seen, cart -> cart.put(line, clock.instant())));
    }

    public Shown remove(String customerId, String productId, Optional<String> sku, OptionalInt seen) {
        return shown(change(customerId, seen, cart -> cart.remove(productId, sku, clock.instant())));
    }

    /** What is in it, without prices. */
    public Cart cart(String customerId) {
        return carts.find(customerId).orElseGet(() -> Cart.empty(customerId, clock.instant()));
    }

    void bought(String customerId, List<Line> lines) {
        change(customerId, OptionalInt.empty(), cart -> cart.without(lines, clock.instant()));
    }

    private Cart change(String customerId, OptionalInt seen, UnaryOperator<Cart> decision) {
        for (int i = 0; i < TRIES; i++) {
            var before = cart(customerId).seenAs(seen);
            var next = decision.apply(before);
            if (next.version() == before.version() || carts.keep(next)) return next;
        }
        throw Failure.stale("the cart");
    }

    private static Variant variant(Product product, Optional<String> sku) {
        if (sku.isEmpty() && product.variants().size() > 1) {
            throw Failure.invalid("/sku", "required", "this product comes in several variants");
        }
        return product.variants().stream()
                .filter(variant -> sku.map(variant.sku()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("/sku", "unknown_sku", "this product has no such variant"));
    }

    private Shown shown(Cart cart) {
        var forSale =
                catalogue.forSale(cart.lines().stream().map(Line::productId).collect(Collectors.toSet()));
        List<Priced> lines = new ArrayList<>();
        for (var line : cart.lines()) {
            lines.add(priced(line, Optional.ofNullable(forSale.get(line.productId())), currency(lines)));
        }
        var items = lines.stream().flatMap(priced -> priced.item().stream()).toList();
        var payable = items.stream()
                .filter(item ->
                        currency(lines).orElseThrow().equals(item.unitPrice().currency()))
                .toList();
        return new Shown(cart, lines, payable.isEmpty() ? Optional.empty() : Optional.of(Totals.of(payable)));
    }

    private static Optional<String> currency(List<Priced> lines) {
        return lines.stream()
                .flatMap(priced -> priced.item().stream())
                .map(Item::unitPrice)
                .map(Money::currency)
                .findFirst();
    }

    private static Priced priced(Line line, Optional<Product> product, Optional<String> currency) {
        var variant = product.flatMap(found -> found.variants().stream()
                .filter(each -> line.sku().map(each.sku()::equals).orElse(true))
                .findFirst());
        if (product.isEmpty() || variant.isEmpty()) {
            return new Priced(line, Optional.empty(), List.of(problem("not_for_sale", "is not for sale any more")));
        }
        var item = item(product.get(), variant.get(), line.quantity());
        return new Priced(line, Optional.of(item), problems(item, variant.get(), currency));
    }

    private static List<Problem> problems(Item item, Variant variant, Optional<String> currency) {
        List<Problem> problems = new ArrayList<>();
        if (variant.available() < item.quantity()) {
            problems.add(problem("insufficient_stock", "only %d are left".formatted(variant.available())));
        }
        if (!currency.orElse(item.unitPrice().currency())
                .equals(item.unitPrice().currency())) {
            problems.add(problem("mixed_currencies", "is not sold in " + currency.get()));
        }
        return problems;
    }

    private static Item item(Product product, Variant variant, int quantity) {
        return new Item(
                product.id(),
                variant.sku(),
                product.storeId(),
                product.title(),
                variant.options(),
                variant.price(),
                quantity);
    }

    private static Problem problem(String code, String message) {
        return new Problem("", code, message);
    }
}
