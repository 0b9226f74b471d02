package shop.orders.domain;

import java.time.Clock;
import java.util.Optional;
import shop.platform.Failure;

/** What a provider says of a charge, at once, by webhook, late or twice, becomes the state of the order. */
public final class Settling {

    private static final String TOO_LATE = "the payment came too late";

    private final Changing changing;
    private final Refunding refunding;
    private final Cards cards;
    private final Clock clock;

    public Settling(Changing changing, Refunding refunding, Cards cards, Clock clock) {
        this.changing = changing;
        this.refunding = refunding;
        this.cards = cards;
        this.clock = clock;
    }

    /** A provider speaks by itself. What it says of a charge that is not ours is not for us. */
    public void hear(String provider, String orderId, String reference, Outcome outcome) {
        if (!provider.equals(cards.name())) throw Failure.notFound("provider", provider);
        settle(orderId, reference, outcome);
    }

    /** Asks for the end of an attempt that nobody has told. */
    void ask(Order order) {
        order.payment()
                .open()
                .ifPresent(attempt ->
                        settle(order.id(), attempt.id(), cards.settle(attempt.id(), order.id(), attempt.amount())));
    }

    Optional<Order> settle(String orderId, String reference, Outcome outcome) {
        return changing.change(orderId, order -> settled(order, reference, outcome))
                .map(refunding::finish);
    }

    private Change settled(Order order, String reference, Outcome outcome) {
        return order.payment()
                .attempt(reference)
                .filter(attempt -> attempt.movedBy(outcome))
                .map(attempt -> switch (outcome) {
                    case Outcome.Pending _ -> Change.none(order);
                    case Outcome.Succeeded _ -> succeeded(order, attempt);
                    case Outcome.Declined(var code) -> declined(order, attempt, code);
                })
                .orElse(Change.none(order));
    }

    private Change succeeded(Order order, Attempt attempt) {
        if (!order.open() || order.payment().settled()) return tooLate(order, attempt);
        var next = Next.of(order, clock.instant())
                .with(order.payment().settle(attempt.id(), new Outcome.Succeeded()))
                .tell(Moment.Type.PAID, attempt.by(), Moment.Detail.paid(attempt.amount()))
                .order();
        return Change.to(next, new OrderEvent.Paid(next, attempt.by(), attempt.id()));
    }

    /** Money for an order that is over, or paid otherwise, goes straight back. */
    private Change tooLate(Order order, Attempt attempt) {
        var at = clock.instant();
        var back = Refund.rest(attempt, attempt.amount(), TOO_LATE, Moment.SYSTEM, at);
        var payment = order.payment().settle(attempt.id(), new Outcome.Succeeded());
        return Change.to(Next.of(order, at)
                .with(payment.promise(back))
                .tell(Moment.Type.PAID, attempt.by(), Moment.Detail.paid(attempt.amount()))
                .order());
    }

    private Change declined(Order order, Attempt attempt, String code) {
        var next = Next.of(order, clock.instant())
                .with(order.payment().settle(attempt.id(), new Outcome.Declined(code)))
                .tell(Moment.Type.PAYMENT_FAILED, attempt.by(), Moment.Detail.declined(code))
                .order();
        return order.open() ? Change.to(next, new OrderEvent.PaymentFailed(next, attempt.by(), code)) : Change.to(next);
    }
}
