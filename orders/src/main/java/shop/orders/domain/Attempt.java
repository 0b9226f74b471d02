package shop.orders.domain;

import java.time.Instant;
import java.util.Optional;
import shop.platform.Money;

/**
 * One try to get the money. It is written down before the provider hears of it, so that whoever comes after a crash
 * knows what to ask for.
 *
 * @param id the reference the provider knows it by
 */
public record Attempt(String id, Money amount, State state, Optional<String> declineCode, String by, Instant at) {

    /** What became of it. */
    public enum State {
        OPEN,
        SUCCEEDED,
        DECLINED
    }

    static Attempt open(String reference, Money amount, String by, Instant at) {
        return new Attempt(reference, amount, State.OPEN, Optional.empty(), by, at);
    }

    Attempt settled(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Pending _ -> this;
            case Outcome.Succeeded _ -> new Attempt(id, amount, State.SUCCEEDED, Optional.empty(), by, at);
            case Outcome.Declined(var code) -> new Attempt(id, amount, State.DECLINED, Optional.of(code), by, at);
        };
    }

    /** Money that came stays money that came, whatever is said later; a decline may turn out to be wrong. */
    boolean movedBy(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Pending _ -> false;
            case Outcome.Succeeded _ -> state != State.SUCCEEDED;
            case Outcome.Declined _ -> state == State.OPEN;
        };
    }

    boolean succeeded() {
        return state == State.SUCCEEDED;
    }
}
