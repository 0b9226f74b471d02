package shop.products.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.platform.Id;

/** Putting what was sent back on the shelf. */
public final class Restocking {

    private final Finishing finishing;

    public Restocking(Finishing finishing) {
        this.finishing = finishing;
    }

    /**
     * Once, however often it is told.
     *
     * @param cause what tells this return from every other: the event's id
     */
    public void putBack(String orderId, List<Line> lines, String cause, Instant at) {
        for (var line : lines) {
            var id = Id.derived("mov", at, cause + ":" + line.stockId());
            var back = new Movement(
                    id,
                    MovementType.RETURN,
                    line.quantity(),
                    Optional.of("returned"),
                    Movement.SYSTEM,
                    Optional.of(orderId),
                    at);
            finishing.putBack(line, back);
        }
    }
}
