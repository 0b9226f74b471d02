package shop.users.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The whole port without a database. */
public final class InMemoryAdmins implements Admins {

    private final Set<String> counted = new HashSet<>();
    private final Map<String, Integer> left = new HashMap<>();

    @Override
    public synchronized boolean join(String userId, int version) {
        if (left.getOrDefault(userId, 0) >= version) return false;
        left.remove(userId);
        counted.add(userId);
        return true;
    }

    @Override
    public synchronized boolean leave(String userId, int version) {
        if (counted.stream().allMatch(userId::equals)) return false;
        counted.remove(userId);
        left.merge(userId, version, Math::max);
        return true;
    }
}
