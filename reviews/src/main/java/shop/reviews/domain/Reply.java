package shop.reviews.domain;

import java.time.Instant;

/** What the store answers. */
public record Reply(String body, Instant at) {

    public Reply {
        Text.bounded("/body", body, 5_000);
    }
}
