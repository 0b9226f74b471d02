package shop.reviews.domain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Purchases without a database. */
public final class InMemoryPurchases implements Purchases {

    private record Purchase(String userId, String productId) {}

    private final Set<Purchase> all = ConcurrentHashMap.newKeySet();

    @Override
    public void add(String userId, String productId) {
        all.add(new Purchase(userId, productId));
    }

    @Override
    public boolean has(String userId, String productId) {
        return all.contains(new Purchase(userId, productId));
    }

    @Override
    public void forget(String userId) {
        all.removeIf(each -> each.userId().equals(userId));
    }
}
