package shop.orders.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Id;
import shop.platform.Money;

/** Placing an order: stock is held, then the order is kept and told in one write. */
public final class Placing {

    /**
     * What a customer asks for.
     *
     * @param name tells this request from all others, also after a crash
     */
    public record Request(
            String name,
            String customerId,
            List<Line> lines,
            Recipient recipient,
            Method method,
            Optional<Money> expectedTotal) {

        /** The same name for the same customer, key and purpose; nobody can read them in it. */
        public static String name(String customerId, String key, String purpose) {
            return Id.derived("req", Instant.EPOCH, String.join("\n", customerId, purpose, key));
        }
    }

    private static final Duration MARGIN = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration MANUAL_HOLD = Duration.ofDays(7);
    private static final Set<Kind> REFUSALS = EnumSet.of(Kind.CONFLICT, Kind.INVALID, Kind.NOT_FOUND);

    private final Orders orders;
    private final Placements placements;
    private final Neighbours neighbours;
    private final Duration paymentWindow;
    private final Clock clock;

    public Placing(Books books, Neighbours neighbours, Duration paymentWindow, Clock clock) {
        this.orders = books.orders();
        this.placements = books.placements();
        this.neighbours = neighbours;
        this.paymentWindow = paymentWindow;
        this.clock = clock;
    }

    /** The order of this request, which an earlier, interrupted one may have placed already. */
    public Order place(Request request) {
        var fresh = Id.next("ord", clock.instant());
        var id = placements.claim(request.name(), fresh, clock.instant());
        var earlier = id.equals(fresh) ? Optional.<Order>empty() : orders.find(id);
        return earlier.orElseGet(() -> place(id, request));
    }

    /** After a day nobody repeats a request any more. */
    public void sweep() {
        placements.sweep(clock.instant().minus(KEPT));
    }

    private Order place(String id, Request request) {
        var order = drafted(id, request);
        if (orders.add(order, new OrderEvent.Placed(order, request.customerId()))) return order;
        return orders.find(id).orElseThrow(() -> new IllegalStateException(id + " is there, but is not found"));
    }

    private Order drafted(String id, Request request) {
        try {
            if (request.lines().isEmpty()) throw Failure.conflict("cart_empty", "there is nothing in the cart");
            if (request.method() == Method.CARD && !neighbours.cards().accepted()) throw NoCards.refused();
            var address = request.recipient().address(request.customerId(), neighbours.addresses());
            var heldUntil = clock.instant().plus(heldFor(request.method()));
            var items = neighbours.catalogue().reserve(id, request.lines(), heldUntil);
            return agreed(id, request, address, items);
        } catch (Failure refused) {
            // what is not known to be refused may be held: the same request finds it again under the same id
            if (REFUSALS.contains(refused.kind())) placements.drop(request.name());
            throw refused;
        }
    }

    private Order agreed(String id, Request request, Address address, List<Item> items) {
        try {
            var wish = new Order.Wish(
                    request.customerId(), address, request.method(), provider(request.method()), payBy(request));
            var order = Order.place(id, wish, items, clock.instant());
            request.expectedTotal()
                    .ifPresent(expected -> agree(expected, order.totals().grand()));
            return order;
        } catch (Failure refused) {
            neighbours.catalogue().release(id);
            throw refused;
        }
    }

    private static void agree(Money expected, Money total) {
        if (expected.equals(total)) return;
        throw Failure.conflict("price_changed", "the total is not what was expected")
                .with("expectedTotal", expected)
                .with("total", total);
    }

    private String provider(Method method) {
        return method == Method.CARD ? neighbours.cards().name() : Payment.MANUAL;
    }

    private Optional<Instant> payBy(Request request) {
        return request.method() == Method.CARD ? Optional.of(clock.instant().plus(paymentWindow)) : Optional.empty();
    }

    private Duration heldFor(Method method) {
        return method == Method.CARD ? paymentWindow.plus(MARGIN) : MANUAL_HOLD;
    }
}
