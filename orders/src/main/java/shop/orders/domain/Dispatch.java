package shop.orders.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a store wants to send.
 *
 * @param lines empty for everything of that store that has not been sent
 */
public record Dispatch(String storeId, String carrier, String trackingNumber, Optional<List<Parcel>> lines) {

    public Dispatch {
        Checks.id("/storeId", storeId);
        Checks.text("/carrier", carrier, 100);
        Checks.text("/trackingNumber", trackingNumber, 100);
        lines = lines.map(given -> Checks.some("/lines", given, Line.MOST_LINES));
    }
}
