package shop.orders.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carts without a database. */
public final class InMemoryCarts implements Carts {

    private final Map<String, Cart> carts = new ConcurrentHashMap<>();

    @Override
    public Optional<Cart> find(String customerId) {
        return Optional.ofNullable(carts.get(customerId));
    }

    @Override
    public boolean keep(Cart next) {
        var kept = new AtomicBoolean();
        carts.compute(next.id(), (id, before) -> {
            kept.set((before == null ? 0 : before.version()) == next.version() - 1);
            return kept.get() ? next : before;
        });
        return kept.get();
    }

    @Override
    public void delete(String customerId) {
        carts.remove(customerId);
    }
}
