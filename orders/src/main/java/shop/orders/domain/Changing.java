package shop.orders.domain;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import shop.platform.Failure;
import shop.platform.Failure.Kind;

/** The way every order is read and changed: load, decide, keep; and once more when somebody else was faster. */
public final class Changing {

    /** An order, and what its reader is to it. */
    public record Seen(Order order, Standing standing) {

        /** What the reader gets to see of it. */
        public Order shown() {
            return order.shownTo(standing);
        }
    }

    private static final int TRIES = 20;

    private final Orders orders;
    private final StoreBook stores;

    public Changing(Orders orders, StoreBook stores) {
        this.orders = orders;
        this.stores = stores;
    }

    /** An order that the caller may not see is as good as none. */
    public Seen read(String id, Caller caller) {
        return orders.find(id)
                .map(order -> new Seen(order, stores.standing(order, caller)))
                .filter(seen -> seen.standing().sees())
                .orElseThrow(() -> Failure.notFound("order", id));
    }

    /** What the caller is to an order they have just placed. */
    public Seen seen(Order order, Caller caller) {
        return new Seen(order, stores.standing(order, caller));
    }

    /** A caller's change, of the version they have seen where they say so. */
    Seen change(Target target, BiFunction<Order, Standing, Change> decision) {
        var tries = target.seen().isPresent() ? 1 : TRIES;
        return persistently(tries, () -> {
            var seen = read(target.orderId(), target.caller());
            var before = seen.order().seenAs(target);
            return new Seen(kept(before, decision.apply(before, seen.standing())), seen.standing());
        });
    }

    /** The shop's own change, of whatever version is there; empty when there is no such order. */
    Optional<Order> change(String id, Function<Order, Change> decision) {
        return persistently(TRIES, () -> orders.find(id).map(order -> kept(order, decision.apply(order))));
    }

    private Order kept(Order before, Change change) {
        if (change.order().version() > before.version()) orders.replace(change.order(), change.events());
        return change.order();
    }

    private static <T> T persistently(int tries, Supplier<T> attempt) {
        for (int left = tries - 1; ; left--) {
            try {
                return attempt.get();
            } catch (Failure failure) {
                if (failure.kind() != Kind.STALE || left == 0) throw failure;
            }
        }
    }
}
