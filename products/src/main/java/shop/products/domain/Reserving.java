package shop.products.domain;

import static shop.products.domain.Persistence.persistently;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;

/** Keeping units for orders, as orders asks for it: all or none, and never one unit for two. */
public final class Reserving {

    private static final int MOST_ITEMS = 100;
    private static final Duration LONGEST = Duration.ofDays(60);
    private static final Duration RETAKING = Duration.ofMinutes(10);

    private final Reservations reservations;
    private final Stocks stocks;
    private final Pricing pricing;
    private final Taking taking;
    private final Finishing finishing;
    private final Clock clock;

    public Reserving(Storage storage, Storekeeping storekeeping, Finishing finishing, Settling settling, Clock clock) {
        this.reservations = storage.reservations();
        this.stocks = storage.stocks();
        this.pricing = new Pricing(storage.products(), storekeeping);
        this.taking = new Taking(storage, finishing, settling, clock);
        this.finishing = finishing;
        this.clock = clock;
    }

    /** Keeps all of it or nothing, until then. The same again keeps it longer, and takes it anew when it was free again. */
    public Reservation reserve(String orderId, List<Want> wants, Instant expiresAt) {
        Checks.text("/orderId", orderId, 100);
        var items = Checks.atMost("/items", wants, MOST_ITEMS);
        if (items.isEmpty()) throw Failure.invalid("/items", "required", "must not be empty");
        var now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw Failure.invalid("/expiresAt", "out_of_range", "must be in the next " + LONGEST.toDays() + " days");
        }
        return persistently(tried -> {
            var before = reservations.find(orderId);
            return before.isPresent()
                    ? again(before.get(), items, expiresAt, tried)
                    : take(orderId, before, items, expiresAt);
        });
    }

    private Reservation again(Reservation before, List<Want> items, Instant expiresAt, int tried) {
        if (before.closed()) throw ended(before.id());
        if (!before.is(ReservationStatus.RELEASED) && !before.isFor(items)) {
            throw Failure.conflict("reservation_differs", "other items are reserved for " + before.id());
        }
        return switch (before.status()) {
            case COMMITTED -> before;
            case HELD -> extend(before, expiresAt);
            case PENDING -> {
                // somebody else is taking units for the same order just now: better to wait than to start over
                if (tried < Persistence.TRIES / 2) throw Failure.stale(before.id());
                yield take(before.id(), Optional.of(before), items, expiresAt);
            }
            case RELEASED, RETURNED -> take(before.id(), Optional.of(before), items, expiresAt);
        };
    }

    private Reservation take(String orderId, Optional<Reservation> before, List<Want> items, Instant expiresAt) {
        return taking.take(orderId, before, () -> pricing.price(items), expiresAt, line -> position(line, items));
    }

    private static int position(Line line, List<Want> items) {
        for (int i = 0; i < items.size(); i++) if (line.isOf(items.get(i))) return i;
        throw new IllegalStateException("a line that nobody wants");
    }

    private Reservation extend(Reservation held, Instant expiresAt) {
        if (!expiresAt.isAfter(held.expiresAt())) return held;
        var longer = held.until(expiresAt);
        reservations.replace(longer);
        for (var line : longer.lines()) stocks.extend(line.stockId(), longer.hold(line));
        return longer;
    }

    /** The units are sold. What had been freed is taken anew, if there is enough. */
    public Reservation commit(String orderId) {
        return persistently(tried -> commit(known(orderId)));
    }

    /** An order is sold, as orders tells it; one that has ended stays so. */
    public void sold(String orderId, List<Line> lines) {
        persistently(tried -> {
            var before = reservations.find(orderId);
            if (before.filter(Reservation::closed).isPresent()) return before.get();
            return commit(before.orElseGet(() -> taken(orderId, before, lines)));
        });
    }

    private Reservation commit(Reservation reservation) {
        if (reservation.closed()) throw ended(reservation.id());
        if (reservation.is(ReservationStatus.COMMITTED)) return finishing.finish(reservation);
        var held = reservation.is(ReservationStatus.HELD)
                ? reservation
                : taken(reservation.id(), Optional.of(reservation), reservation.lines());
        return to(held, ReservationStatus.COMMITTED);
    }

    private Reservation taken(String orderId, Optional<Reservation> before, List<Line> lines) {
        return taking.take(orderId, before, () -> lines, clock.instant().plus(RETAKING), lines::indexOf);
    }

    /** The units are free again. */
    public Reservation release(String orderId) {
        return persistently(tried -> {
            var reservation = known(orderId);
            if (reservation.is(ReservationStatus.COMMITTED)) {
                throw Failure.conflict("already_committed", "what was reserved for " + orderId + " is sold");
            }
            return reservation.open() ? to(reservation, ReservationStatus.RELEASED) : finishing.finish(reservation);
        });
    }

    /** An order has ended without a sale: what was kept is free, what was sold comes back, and it stays so. */
    public void ended(String orderId, Instant at) {
        persistently(tried -> {
            var before = reservations.find(orderId);
            if (before.isPresent()) return end(before.get());
            var mark = Reservation.ended(orderId, at);
            reservations.add(mark);
            return mark;
        });
    }

    private Reservation end(Reservation reservation) {
        return switch (reservation.status()) {
            case PENDING, HELD -> to(reservation.close(), ReservationStatus.RELEASED);
            case COMMITTED -> to(reservation.close(), ReservationStatus.RETURNED);
            case RETURNED -> finishing.finish(reservation);
            case RELEASED -> closed(finishing.finish(reservation));
        };
    }

    private Reservation closed(Reservation reservation) {
        if (reservation.closed()) return reservation;
        var closed = reservation.close().finished();
        reservations.replace(closed);
        return closed;
    }

    private Reservation to(Reservation reservation, ReservationStatus next) {
        var moved = reservation.to(next, clock.instant());
        reservations.replace(moved);
        return finishing.finish(moved);
    }

    private Reservation known(String orderId) {
        return reservations.find(orderId).orElseThrow(() -> Failure.notFound("reservation", orderId));
    }

    private static Failure ended(String orderId) {
        return Failure.conflict("reservation_closed", "the order " + orderId + " has ended");
    }
}
