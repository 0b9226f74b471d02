package shop.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one store has sent in one go.
 *
 * @param number from 1, within its order
 */
public record Shipment(
        int number,
        String storeId,
        String carrier,
        String trackingNumber,
        List<Parcel> lines,
        State status,
        Instant shippedAt,
        Optional<Instant> deliveredAt) {

    /** Where it is. */
    public enum State {
        SHIPPED,
        DELIVERED
    }

    public Shipment {
        lines = List.copyOf(lines);
    }

    boolean delivered() {
        return status == State.DELIVERED;
    }

    Shipment deliveredAt(Instant at) {
        return new Shipment(
                number, storeId, carrier, trackingNumber, lines, State.DELIVERED, shippedAt, Optional.of(at));
    }
}
