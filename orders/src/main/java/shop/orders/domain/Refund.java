package shop.orders.domain;

import java.time.Instant;
import java.util.Optional;
import shop.platform.Id;
import shop.platform.Money;

/**
 * Money that goes back. It counts from the moment it is promised; that it is done is known when the provider said so.
 *
 * @param reference the attempt whose money it is
 * @param storeId the store that gives it; empty when it is the whole shop's decision
 */
public record Refund(
        String id,
        String reference,
        Money amount,
        String reason,
        Optional<String> storeId,
        boolean done,
        String by,
        Instant at) {

    /** All that is left of an attempt's money. There is one such refund at most, so its id can be told beforehand. */
    static Refund rest(Attempt attempt, Money left, String reason, String by, Instant at) {
        var id = Id.derived("rfd", attempt.at(), attempt.id());
        return new Refund(id, attempt.id(), left, reason, Optional.empty(), false, by, at);
    }

    Refund finished() {
        return new Refund(id, reference, amount, reason, storeId, true, by, at);
    }

    Refund forgotten() {
        return new Refund(id, reference, amount, "", storeId, done, by, at);
    }
}
