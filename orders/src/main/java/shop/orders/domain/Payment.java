package shop.orders.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.orders.domain.Attempt.State;
import shop.platform.Failure;
import shop.platform.Money;

/**
 * The money of an order: what is owed, every attempt to get it, and what went back.
 *
 * @param provider who handles it: "manual", or the card provider
 * @param status derived from the rest, and kept because lists are filtered by it
 */
public record Payment(
        Method method, String provider, Money due, PaymentStatus status, List<Attempt> attempts, List<Refund> refunds) {

    /** Who handles what no machine does. */
    public static final String MANUAL = "manual";

    private static final int MOST_ATTEMPTS = 50;

    public Payment {
        attempts = List.copyOf(attempts);
        refunds = List.copyOf(refunds);
    }

    static Payment of(Method method, String provider, Money due) {
        return new Payment(method, provider, due, PaymentStatus.PENDING, List.of(), List.of());
    }

    public Optional<Attempt> attempt(String reference) {
        return attempts.stream()
                .filter(attempt -> attempt.id().equals(reference))
                .findFirst();
    }

    /** The attempt whose end nobody knows yet. */
    public Optional<Attempt> open() {
        return attempts.stream()
                .filter(attempt -> attempt.state() == State.OPEN)
                .findFirst();
    }

    /** How the provider calls the payment: the one that worked, else the last. */
    public Optional<String> reference() {
        return attempts.stream()
                .filter(Attempt::succeeded)
                .findFirst()
                .or(() -> attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast()))
                .map(Attempt::id);
    }

    /** Whether the money came, wherever it is now. */
    public boolean settled() {
        return attempts.stream().anyMatch(Attempt::succeeded);
    }

    /** Whether the shop has money for goods it would send. */
    boolean covered() {
        return status == PaymentStatus.PAID || status == PaymentStatus.PARTIALLY_REFUNDED;
    }

    public Money refunded() {
        return sum(refunds.stream().filter(Refund::done).map(Refund::amount));
    }

    Money refundable() {
        return paid().minus(sum(refunds.stream().map(Refund::amount)));
    }

    List<Refund> promised() {
        return refunds.stream().filter(refund -> !refund.done()).toList();
    }

    Payment begin(Attempt attempt) {
        if (settled()) throw Failure.conflict("already_paid", "this order has been paid");
        if (open().isPresent()) throw Failure.conflict("payment_in_progress", "another payment is under way");
        if (attempts.size() == MOST_ATTEMPTS) {
            throw Failure.conflict("too_many_attempts", "this order was tried to be paid too often");
        }
        return with(and(attempts, attempt), refunds);
    }

    /** As if the attempt had never been made; only for one the provider has not heard of. */
    Payment withdraw(String reference) {
        return with(
                attempts.stream()
                        .filter(attempt -> !attempt.id().equals(reference))
                        .toList(),
                refunds);
    }

    Payment settle(String reference, Outcome outcome) {
        return with(
                attempts.stream()
                        .map(attempt -> attempt.id().equals(reference) ? attempt.settled(outcome) : attempt)
                        .toList(),
                refunds);
    }

    Payment promise(Refund refund) {
        return with(attempts, and(refunds, refund));
    }

    Payment finish(String refundId) {
        return with(
                attempts,
                refunds.stream()
                        .map(refund -> refund.id().equals(refundId) ? refund.finished() : refund)
                        .toList());
    }

    Payment forgotten() {
        return with(attempts, refunds.stream().map(Refund::forgotten).toList());
    }

    /** What of an attempt's money is still here. */
    Money left(Attempt attempt) {
        var gone = refunds.stream()
                .filter(refund -> refund.reference().equals(attempt.id()))
                .map(Refund::amount);
        return attempt.succeeded() ? attempt.amount().minus(sum(gone)) : Money.zero(due.currency());
    }

    Payment showing(List<Refund> some) {
        return new Payment(method, provider, due, status, attempts, some);
    }

    private Payment with(List<Attempt> attempts, List<Refund> refunds) {
        var next = new Payment(method, provider, due, status, attempts, refunds);
        return new Payment(method, provider, due, next.derived(), attempts, refunds);
    }

    private PaymentStatus derived() {
        if (!settled()) return unsettled();
        if (refunded().amount() == 0) return PaymentStatus.PAID;
        var net = paid().minus(refunded());
        if (net.amount() == 0) return PaymentStatus.REFUNDED;
        return net.compareTo(due) < 0 ? PaymentStatus.PARTIALLY_REFUNDED : PaymentStatus.PAID;
    }

    private PaymentStatus unsettled() {
        return attempts.isEmpty() || open().isPresent() ? PaymentStatus.PENDING : PaymentStatus.FAILED;
    }

    private Money paid() {
        return sum(attempts.stream().filter(Attempt::succeeded).map(Attempt::amount));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(due.currency()), Money::plus);
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
