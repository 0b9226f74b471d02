package shop.orders.domain;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Placements without a database. */
public final class InMemoryPlacements implements Placements {

    private record Placement(String orderId, Instant at) {}

    private final Map<String, Placement> placements = new ConcurrentHashMap<>();

    @Override
    public String claim(String request, String orderId, Instant now) {
        return placements
                .computeIfAbsent(request, _ -> new Placement(orderId, now))
                .orderId();
    }

    @Override
    public void drop(String request) {
        placements.remove(request);
    }

    @Override
    public void sweep(Instant before) {
        placements.values().removeIf(placement -> placement.at().isBefore(before));
    }
}
