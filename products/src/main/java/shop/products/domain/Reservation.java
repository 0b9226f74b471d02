package shop.products.domain;

import java.time.Instant;
import java.util.List;

/**
 * Units kept for an order, all or none.
 *
 * @param id the order's
 * @param attempt counts how often units were taken anew; each attempt has holds of its own
 * @param closed the order has ended: its units are never taken again
 * @param unfinished what follows from the status may not be done for every line
 * @param since when it came to this status
 */
public record Reservation(
        String id,
        ReservationStatus status,
        int attempt,
        List<Line> lines,
        Instant expiresAt,
        boolean closed,
        boolean unfinished,
        Instant since,
        int version) {

    public Reservation {
        lines = List.copyOf(lines);
    }

    static Reservation begin(String orderId, List<Line> lines, Instant expiresAt, Instant at) {
        return new Reservation(orderId, ReservationStatus.PENDING, 1, lines, expiresAt, false, false, at, 1);
    }

    /** A mark that this order has ended before anything was kept for it. */
    static Reservation ended(String orderId, Instant at) {
        return new Reservation(orderId, ReservationStatus.RELEASED, 0, List.of(), at, true, false, at, 1);
    }

    Reservation again(List<Line> anew, Instant until, Instant at) {
        return new Reservation(id, ReservationStatus.PENDING, attempt + 1, anew, until, closed, false, at, version + 1);
    }

    Reservation until(Instant later) {
        return new Reservation(id, status, attempt, lines, later, closed, unfinished, since, version + 1);
    }

    Reservation to(ReservationStatus next, Instant at) {
        var follows = next != ReservationStatus.HELD;
        return new Reservation(id, next, attempt, lines, expiresAt, closed, follows, at, version + 1);
    }

    /** The same version, for good: to be kept by the next move. */
    Reservation close() {
        return new Reservation(id, status, attempt, lines, expiresAt, true, unfinished, since, version);
    }

    Reservation finished() {
        return new Reservation(id, status, attempt, lines, expiresAt, closed, false, since, version + 1);
    }

    boolean is(ReservationStatus other) {
        return status == other;
    }

    /** Whether units are kept for it, or being taken. */
    boolean open() {
        return status == ReservationStatus.PENDING || status == ReservationStatus.HELD;
    }

    /** Whether this is what was wanted; a SKU wanted twice is one line. */
    boolean isFor(List<Want> wants) {
        return wants.stream().allMatch(want -> lines.stream().anyMatch(line -> line.isOf(want)))
                && lines.stream().allMatch(line -> line.quantity() == wanted(line, wants));
    }

    private static int wanted(Line line, List<Want> wants) {
        return wants.stream().filter(line::isOf).mapToInt(Want::quantity).sum();
    }

    Hold hold(Line line) {
        return new Hold(id + "#" + attempt, line.quantity(), expiresAt);
    }

    boolean owns(Hold hold) {
        return hold.key().equals(id + "#" + attempt);
    }

    static String orderOf(Hold hold) {
        return hold.key().substring(0, hold.key().lastIndexOf('#'));
    }
}
