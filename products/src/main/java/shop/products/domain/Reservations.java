package shop.products.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All reservations, one for each order. */
public interface Reservations {

    Optional<Reservation> find(String orderId);

    /** Fails as stale when there is one already. */
    void add(Reservation first);

    /** Keeps the next version; fails as stale when somebody else has moved it on. */
    void replace(Reservation next, ReservationEvent... events);

    /** Those that keep units, or take them, beyond their time. */
    List<Reservation> expired(Instant now, int limit);

    /** Those whose status was reached before, and what follows from it not done. */
    List<Reservation> unfinished(Instant before, int limit);
}
