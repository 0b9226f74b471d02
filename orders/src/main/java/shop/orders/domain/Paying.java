package shop.orders.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Id;

/** Getting the money of an order, once. */
public final class Paying {

    private static final Duration WHILE_CHARGING = Duration.ofHours(24);

    private final Changing changing;
    private final Settling settling;
    private final Catalogue catalogue;
    private final Cards cards;
    private final Clock clock;

    public Paying(Changing changing, Settling settling, Neighbours neighbours, Clock clock) {
        this.changing = changing;
        this.settling = settling;
        this.catalogue = neighbours.catalogue();
        this.cards = neighbours.cards();
        this.clock = clock;
    }

    /**
     * The customer pays by card; what is paid in another way is marked as paid by who has got it.
     *
     * @param token stands for the card; for cards only
     * @param key tells this payment from all others of the order, also after a crash
     */
    public Changing.Seen pay(Target target, Optional<String> token, String key) {
        var order = changing.read(target.orderId(), target.caller()).order();
        var reference = Id.derived("pay", order.createdAt(), order.id() + "\n" + key);
        return order.payment().method() == Method.CARD
                ? charge(target, reference, token)
                : changing.change(target, (each, standing) -> received(each, standing, reference));
    }

    private Change received(Order order, Standing standing, String reference) {
        Standing.must(standing.sellsAll(order));
        if (order.payment().attempt(reference).isPresent()) return Change.none(order);
        var at = clock.instant();
        var attempt = Attempt.open(reference, order.mustBeAlive().payment().due(), standing.by(), at);
        var payment = order.payment().begin(attempt).settle(reference, new Outcome.Succeeded());
        var next = Next.of(order, at)
                .with(payment)
                .tell(Moment.Type.PAID, standing.by(), Moment.Detail.paid(attempt.amount()))
                .order();
        return Change.to(next, new OrderEvent.Paid(next, standing.by(), reference));
    }

    /** The attempt is kept before the provider hears of it: of two at once, one finds the other's and stops. */
    private Changing.Seen charge(Target target, String reference, Optional<String> given) {
        var seen = changing.change(target, (order, standing) -> begun(order, standing, reference, given));
        var open = seen.order().payment().open().filter(attempt -> attempt.id().equals(reference));
        var order = open.map(attempt -> charge(seen.order(), attempt, given.orElseThrow()))
                .orElse(seen.order());
        return new Changing.Seen(accepted(order, reference), seen.standing());
    }

    private Change begun(Order order, Standing standing, String reference, Optional<String> token) {
        Standing.must(standing.customer());
        if (token.isEmpty()) throw Failure.invalid("/token", "required", "is required to pay by card");
        Checks.text("/token", token.get(), 500);
        if (order.payment().attempt(reference).isPresent()) return Change.none(order); // an earlier try was cut short
        var attempt = Attempt.open(reference, order.mustBeAlive().payment().due(), standing.by(), clock.instant());
        return Change.to(Next.of(order, clock.instant())
                .with(order.payment().begin(attempt))
                .order());
    }

    private Order charge(Order order, Attempt attempt, String token) {
        holdOn(order, attempt);
        var outcome = cards.charge(new Cards.Charge(attempt.id(), order.id(), attempt.amount(), token));
        var settled = settling.settle(order.id(), attempt.id(), outcome).orElse(order);
        if (settled.status() == Status.CANCELLED) catalogue.release(order.id()); // holding on may have come too late
        return settled;
    }

    /** Nobody is charged for what can't be had any more. */
    private void holdOn(Order order, Attempt attempt) {
        try {
            catalogue.reserve(order.id(), order.lines(), clock.instant().plus(WHILE_CHARGING));
        } catch (Failure refused) {
            changing.change(order.id(), each -> withdrawn(each, attempt));
            throw refused;
        }
    }

    private Change withdrawn(Order order, Attempt attempt) {
        if (!order.payment().open().filter(attempt::equals).isPresent()) return Change.none(order);
        return Change.to(Next.of(order, clock.instant())
                .with(order.payment().withdraw(attempt.id()))
                .order());
    }

    private static Order accepted(Order order, String reference) {
        order.payment().attempt(reference).flatMap(Attempt::declineCode).ifPresent(code -> {
            throw Failure.of(Kind.PAYMENT_REQUIRED, "payment_declined", "the card was declined")
                    .with("declineCode", code);
        });
        return order;
    }
}
