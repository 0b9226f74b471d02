package shop.reviews.domain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Erased without a database. */
public final class InMemoryErased implements Erased {

    private final Set<String> all = ConcurrentHashMap.newKeySet();

    @Override
    public void add(String userId) {
        all.add(userId);
    }

    @Override
    public boolean has(String userId) {
        return all.contains(userId);
    }
}
