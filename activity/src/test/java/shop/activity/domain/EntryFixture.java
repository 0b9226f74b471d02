package shop.activity.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Valid entries for tests. */
public final class EntryFixture {

    private EntryFixture() {}

    public static Entry audit(String eventId) {
        return audit(eventId, "ann", NOON);
    }

    public static Entry audit(String eventId, String actor, Instant at) {
        var fact = new Fact(
                "order.placed",
                Actor.user(actor),
                Optional.of(new Target("order", "ord_1")),
                "{\"orderId\":\"ord_1\"}");
        return Entry.audit(eventId, fact, origin(), List.of(actor), new Entry.Times(at, at));
    }

    public static Entry behaviour(String eventId, String actor, Instant at) {
        var fact = new Fact(
                "Product Viewed",
                Actor.visitor(Optional.of(actor), Optional.of("dev-1")),
                Optional.of(new Target("product", "prd_1")),
                "{\"query\":\"gift for ann@example.com\"}");
        return Entry.behaviour(eventId, fact, origin(), new Entry.Times(at, at), Duration.ofDays(180));
    }

    private static Origin origin() {
        return new Origin(Optional.of("203.0.113.7"), Optional.of("Mozilla/5.0"));
    }
}
