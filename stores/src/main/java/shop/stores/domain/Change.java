package shop.stores.domain;

import java.time.Instant;
import java.util.Optional;

/** A change of status: what it became, who did it, when, and why. */
public record Change(Status status, String by, Instant at, Optional<String> reason) {

    public Change {
        Texts.bounded("/reason", reason, 1_000);
    }

    Change at(Instant other) {
        return new Change(status, by, other, reason);
    }

    Change withoutReason() {
        return new Change(status, by, at, Optional.empty());
    }
}
