package shop.notifications.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Devices without a database. */
public final class InMemoryDevices implements Devices {

    private final Map<String, Device> byToken = new LinkedHashMap<>();

    @Override
    public synchronized Device add(Device device) {
        return byToken.merge(
                device.token(),
                device,
                (before, next) -> before.userId().equals(next.userId())
                        ? new Device(before.id(), next.userId(), next.token(), next.platform(), before.createdAt())
                        : next);
    }

    @Override
    public synchronized List<Device> of(String userId) {
        return byToken.values().stream()
                .filter(each -> each.userId().equals(userId))
                .sorted(Comparator.comparing(Device::createdAt).reversed())
                .limit(20)
                .toList();
    }

    @Override
    public synchronized boolean remove(String userId, String id) {
        return byToken.values()
                .removeIf(each -> each.id().equals(id) && each.userId().equals(userId));
    }

    @Override
    public synchronized void drop(List<String> deadTokens) {
        deadTokens.forEach(byToken::remove);
    }

    @Override
    public synchronized void forget(String userId) {
        byToken.values().removeIf(each -> each.userId().equals(userId));
    }
}
