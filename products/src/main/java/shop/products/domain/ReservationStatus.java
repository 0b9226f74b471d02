package shop.products.domain;

/** Where a reservation stands. Each is reached by one guarded write, and what follows from it can be done again. */
public enum ReservationStatus {
    /** Units are being taken; nobody has been promised any. */
    PENDING,
    /** All units are kept. */
    HELD,
    /** All units are sold. */
    COMMITTED,
    /** The units are free again. */
    RELEASED,
    /** The units were sold, and came back. */
    RETURNED
}
