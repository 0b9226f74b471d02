package shop.products.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Id;

/**
 * Doing to the stock of every line what the status of a reservation says. Each step leaves a mark in the stock itself, so
 * all of it can be done again by anyone, at once or after a crash.
 */
public final class Finishing {

    private static final int BATCH = 100;
    private static final int TRIES = 50;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Reservations reservations;
    private final Stocks stocks;
    private final Settling settling;
    private final Clock clock;

    public Finishing(Reservations reservations, Stocks stocks, Settling settling, Clock clock) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.settling = settling;
        this.clock = clock;
    }

    /** Carries out the status, then says so; if another was faster to say so, it has done the same. */
    Reservation finish(Reservation reservation) {
        if (!reservation.unfinished()) return reservation;
        for (var line : reservation.lines()) carryOut(reservation, line);
        var finished = reservation.finished();
        try {
            reservations.replace(finished);
            return finished;
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure;
            return reservations.find(reservation.id()).orElseThrow();
        }
    }

    private void carryOut(Reservation reservation, Line line) {
        var hold = reservation.hold(line);
        switch (reservation.status()) {
            case PENDING, HELD -> throw new IllegalStateException("nothing follows from " + reservation.status());
            case RELEASED -> stocks.release(line.stockId(), hold);
            case COMMITTED -> sell(reservation, line, hold);
            case RETURNED -> {
                sell(reservation, line, hold);
                putBack(line, back(reservation, line));
            }
        }
        settling.soon(line.stockId());
    }

    private void sell(Reservation reservation, Line line, Hold hold) {
        var cause = hold.key() + ":" + line.stockId() + ":sale";
        var sale = new Movement(
                Id.derived("mov", reservation.since(), cause),
                MovementType.SALE,
                -line.quantity(),
                Optional.empty(),
                Movement.SYSTEM,
                Optional.of(reservation.id()),
                reservation.since());
        stocks.sell(line.stockId(), hold, sale);
    }

    private static Movement back(Reservation reservation, Line line) {
        return new Movement(
                Id.derived("mov", reservation.since(), reservation.id() + ":" + line.stockId() + ":back"),
                MovementType.RETURN,
                line.quantity(),
                Optional.of("cancelled"),
                Movement.SYSTEM,
                Optional.of(reservation.id()),
                reservation.since());
    }

    /** Exactly once, however often it is called: the movement is looked for in the stock first, then in the ledger. */
    void putBack(Line line, Movement back) {
        for (int tried = 1; tried <= TRIES; tried++) {
            var stock = stocks.find(line.stockId()).orElseThrow(() -> Failure.notFound("sku", line.sku()));
            var waiting = stock.movements().stream()
                    .anyMatch(movement -> movement.id().equals(back.id()));
            if (waiting || stocks.knows(back.id()) || stocks.move(stock, back)) {
                settling.soon(stock.id());
                return;
            }
        }
        throw Failure.unavailable("the stock of " + line.sku());
    }

    /** Frees what was kept too long, ends what a crash left half done, and lets go of what nobody owns. */
    public void sweep() {
        var now = clock.instant();
        for (var reservation : reservations.expired(now, BATCH)) expire(reservation);
        for (var reservation : reservations.unfinished(now.minus(GRACE), BATCH)) finish(reservation);
        for (var stock : stocks.heldBefore(now.minus(GRACE), BATCH)) {
            stock.holds().stream()
                    .filter(hold -> hold.expiresAt().isBefore(now.minus(GRACE)))
                    .forEach(hold -> review(stock, hold));
        }
    }

    private void expire(Reservation reservation) {
        var released = reservation.to(ReservationStatus.RELEASED, clock.instant());
        var events = reservation.status() == ReservationStatus.HELD
                ? new ReservationEvent[] {new ReservationEvent.Expired(reservation.id())}
                : new ReservationEvent[0]; // a pending one was promised to nobody
        try {
            reservations.replace(released, events);
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.STALE) throw failure;
            return; // it was kept longer, sold or released in this moment
        }
        finish(released);
    }

    /** An old hold: still wanted and only its own date is late, or left by someone who died before undoing it. */
    private void review(Stock stock, Hold hold) {
        var owner = reservations.find(Reservation.orderOf(hold)).filter(reservation -> reservation.owns(hold));
        if (owner.isPresent() && owner.get().open()) {
            stocks.extend(
                    stock.id(),
                    new Hold(hold.key(), hold.quantity(), owner.get().expiresAt()));
        } else if (owner.isEmpty() || owner.get().status() == ReservationStatus.RELEASED) {
            stocks.release(stock.id(), hold);
            settling.soon(stock.id());
        }
    }
}
