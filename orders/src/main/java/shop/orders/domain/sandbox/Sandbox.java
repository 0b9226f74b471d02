package shop.orders.domain.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shop.orders.domain.Cards;
import shop.orders.domain.Outcome;
import shop.platform.Failure;
import shop.platform.Money;

/** A payment provider without money: it keeps books, thinks, declines and calls back as a real one does. */
public final class Sandbox implements Cards {

    static final Duration THINKING = Duration.ofMillis(500);

    private static final Duration LEASE = Duration.ofSeconds(10); // then a call that has no end is made again
    private static final int BATCH = 20;
    private static final int TRIES = 20;

    private final Charges charges;
    private final Callback callback;
    private final Clock clock;

    public Sandbox(Charges charges, Callback callback, Clock clock) {
        this.charges = charges;
        this.callback = callback;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Outcome charge(Cards.Charge wanted) {
        var card = Card.of(wanted.token());
        return outcome(
                kept(Transaction.of(wanted.reference(), wanted.orderId(), wanted.amount(), card, clock.instant())));
    }

    @Override
    public Outcome settle(String reference, String orderId, Money amount) {
        return outcome(kept(Transaction.of(reference, orderId, amount, Card.NONE, clock.instant())));
    }

    @Override
    public void refund(String reference, String refundId, Money amount) {
        change(reference, charge -> {
            if (charge.refunds().stream().anyMatch(back -> back.id().equals(refundId))) return Optional.empty();
            if (amount.amount() > charge.left()) {
                throw Failure.conflict("refund_exceeds_payment", "the provider has less left of this charge");
            }
            return Optional.of(charge.refunded(new Transaction.Back(refundId, amount)));
        });
    }

    /** Calls for every charge that has been thought about; a call that is not taken is made again. */
    public void callBack() {
        List<RuntimeException> failures = new ArrayList<>();
        for (var due : charges.toCall(clock.instant(), BATCH)) {
            var mine = due.calling(clock.instant().plus(LEASE));
            if (!charges.replace(mine)) continue; // somebody else calls
            try {
                callback.call(mine);
                change(mine.id(), charge -> Optional.of(charge.called(clock.instant())));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    /** The first charge of a reference is the only one. */
    private Transaction kept(Transaction charge) {
        if (charges.add(charge)) return charge;
        return charges.find(charge.id()).orElseThrow(() -> new IllegalStateException("charges do not vanish"));
    }

    private void change(String reference, Function<Transaction, Optional<Transaction>> decision) {
        for (int i = 0; i < TRIES; i++) {
            var before = charges.find(reference).orElseThrow(() -> Failure.notFound("charge", reference));
            var next = decision.apply(before);
            if (next.isEmpty() || charges.replace(next.get())) return;
        }
        throw Failure.stale(reference);
    }

    private static Outcome outcome(Transaction charge) {
        return switch (charge.state()) {
            case PENDING -> new Outcome.Pending();
            case SUCCEEDED -> new Outcome.Succeeded();
            case DECLINED -> new Outcome.Declined(charge.declineCode().orElse("card_declined"));
        };
    }
}
