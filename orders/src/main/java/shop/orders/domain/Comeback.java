package shop.orders.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a store says has come back.
 *
 * @param storeId may be left out where only one store of the order can be meant
 */
public record Comeback(Optional<String> storeId, List<Parcel> lines, String reason, boolean restock) {

    public Comeback {
        lines = Checks.some("/lines", lines, Line.MOST_LINES);
        Checks.text("/reason", reason, Moment.LONGEST_REASON);
    }
}
