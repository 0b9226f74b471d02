package shop.products.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Failure.Problem;

/**
 * Taking units for a reservation. It is written before any unit is taken, and only who began an attempt takes units for
 * it: so whoever sees an attempt that is over may undo it, and nobody undoes what another attempt took.
 */
final class Taking {

    private final Reservations reservations;
    private final Stocks stocks;
    private final Finishing finishing;
    private final Settling settling;
    private final Clock clock;

    Taking(Storage storage, Finishing finishing, Settling settling, Clock clock) {
        this.reservations = storage.reservations();
        this.stocks = storage.stocks();
        this.finishing = finishing;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * All of the lines, or a conflict that names those there is not enough for.
     *
     * @param before what is known of the order: nothing, an attempt that is over, or one that somebody left
     * @param position of a line in what the caller asked for
     */
    Reservation take(
            String orderId,
            Optional<Reservation> before,
            Supplier<List<Line>> lines,
            Instant until,
            ToIntFunction<Line> position) {
        var pending = begin(orderId, before, lines, until);
        var problems = hold(pending, position);
        var next =
                pending.to(problems.isEmpty() ? ReservationStatus.HELD : ReservationStatus.RELEASED, clock.instant());
        try {
            reservations.replace(next);
        } catch (Failure failure) {
            letGo(pending); // whoever ended this attempt may have looked before the last unit was taken
            throw failure;
        }
        finishing.finish(next);
        if (problems.isEmpty()) return next;
        throw Failure.of(Kind.CONFLICT, problems);
    }

    private Reservation begin(String orderId, Optional<Reservation> before, Supplier<List<Line>> lines, Instant until) {
        var now = clock.instant();
        if (before.isEmpty()) {
            var first = Reservation.begin(orderId, lines.get(), until, now);
            reservations.add(first);
            return first;
        }
        var over = finishing.finish(before.get());
        var again = over.again(lines.get(), until, now);
        reservations.replace(again);
        letGo(over);
        return again;
    }

    private List<Problem> hold(Reservation pending, ToIntFunction<Line> position) {
        var problems = new ArrayList<Problem>();
        for (var line : pending.lines()) {
            if (stocks.hold(line.stockId(), pending.hold(line))) {
                settling.soon(line.stockId());
            } else {
                var at = "/items/" + position.applyAsInt(line);
                problems.add(new Problem(at, "insufficient_stock", "there are not enough of " + line.title()));
            }
        }
        return problems;
    }

    private void letGo(Reservation over) {
        for (var line : over.lines()) {
            if (stocks.release(line.stockId(), over.hold(line))) settling.soon(line.stockId());
        }
    }
}
