package shop.products.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Failure;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryReservations implements Reservations {

    private final Map<String, Reservation> reservations = new LinkedHashMap<>();
    private final List<ReservationEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Reservation> find(String orderId) {
        return Optional.ofNullable(reservations.get(orderId));
    }

    @Override
    public synchronized void add(Reservation first) {
        if (reservations.putIfAbsent(first.id(), first) != null) throw Failure.stale(first.id());
    }

    @Override
    public synchronized void replace(Reservation next, ReservationEvent... events) {
        if (find(next.id())
                .filter(before -> before.version() == next.version() - 1)
                .isEmpty()) {
            throw Failure.stale(next.id());
        }
        reservations.put(next.id(), next);
        told.addAll(List.of(events));
    }

    public synchronized List<ReservationEvent> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized List<Reservation> expired(Instant now, int limit) {
        return reservations.values().stream()
                .filter(each -> each.open() && each.expiresAt().isBefore(now))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Reservation> unfinished(Instant before, int limit) {
        return reservations.values().stream()
                .filter(each -> each.unfinished() && each.since().isBefore(before))
                .limit(limit)
                .toList();
    }
}
