package shop.orders.domain;

import java.time.Instant;
import java.util.List;

/**
 * What has come back to a store.
 *
 * @param restock whether it can be sold again
 */
public record Return(String storeId, List<Parcel> lines, String reason, boolean restock, Instant at) {

    public Return {
        lines = List.copyOf(lines);
    }

    Return forgotten() {
        return new Return(storeId, lines, "", restock, at);
    }
}
