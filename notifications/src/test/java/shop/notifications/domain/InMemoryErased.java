package shop.notifications.domain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The whole port without a database. */
public final class InMemoryErased implements Erased {

    private final Set<String> people = ConcurrentHashMap.newKeySet();

    @Override
    public void add(String userId) {
        people.add(userId);
    }

    @Override
    public boolean has(String userId) {
        return people.contains(userId);
    }
}
