package shop.orders.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Order numbers for people: the year, and what no counter could give away: how many orders there are. */
final class Numbers {

    private static final int LENGTH = 12; // 60 random bits of the id; a unique index refuses the rest

    private Numbers() {}

    static String of(String orderId, Instant at) {
        var random = orderId.substring(orderId.length() - LENGTH).toUpperCase(Locale.ROOT);
        return "%d-%s-%s"
                .formatted(
                        at.atZone(ZoneOffset.UTC).getYear(),
                        random.substring(0, LENGTH / 2),
                        random.substring(LENGTH / 2));
    }
}
