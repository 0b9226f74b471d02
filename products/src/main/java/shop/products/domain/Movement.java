package shop.products.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Units that came or went.
 *
 * @param id made from the cause, where that may be told twice: a movement that is known already moves nothing
 * @param actor who did it, or "system"
 */
public record Movement(
        String id,
        MovementType type,
        int delta,
        Optional<String> reason,
        String actor,
        Optional<String> orderId,
        Instant at) {

    public static final String SYSTEM = "system";

    /** How many more have left for good. */
    public int sold() {
        return type == MovementType.SALE || type == MovementType.RETURN ? -delta : 0;
    }
}
