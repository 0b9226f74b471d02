package shop.orders.domain.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.platform.Money;

/**
 * A charge in the books of the sandbox.
 *
 * @param id the reference the shop knows it by
 * @param later how a pending charge will end
 * @param calls how many webhooks are still to go out
 * @param callAt when the next one does; empty when there is none
 */
public record Transaction(
        String id,
        String orderId,
        Money amount,
        State state,
        State later,
        Optional<String> declineCode,
        int calls,
        Optional<Instant> callAt,
        List<Back> refunds,
        int version) {

    /** Where it is. */
    public enum State {
        PENDING,
        SUCCEEDED,
        DECLINED
    }

    /** Money that went back. */
    public record Back(String id, Money amount) {}

    public Transaction {
        refunds = List.copyOf(refunds);
    }

    static Transaction of(String reference, String orderId, Money amount, Card card, Instant now) {
        return new Transaction(
                reference,
                orderId,
                amount,
                card.at(),
                card.later(),
                card.declineCode(),
                card.calls(),
                card.calls() == 0 ? Optional.empty() : Optional.of(now.plus(Sandbox.THINKING)),
                List.of(),
                1);
    }

    /** It ends as it was to end, and whoever calls the shop has this long; then somebody else may. */
    Transaction calling(Instant until) {
        return with(later, calls, Optional.of(until), refunds);
    }

    Transaction called(Instant now) {
        return with(state, calls - 1, calls == 1 ? Optional.empty() : Optional.of(now), refunds);
    }

    Transaction refunded(Back back) {
        var all = new ArrayList<>(refunds);
        all.add(back);
        return with(state, calls, callAt, all);
    }

    long left() {
        var gone = refunds.stream().mapToLong(back -> back.amount().amount()).sum();
        return state == State.SUCCEEDED ? amount.amount() - gone : 0;
    }

    private Transaction with(State state, int calls, Optional<Instant> callAt, List<Back> refunds) {
        return new Transaction(id, orderId, amount, state, later, declineCode, calls, callAt, refunds, version + 1);
    }
}
