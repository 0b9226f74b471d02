package shop.orders.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next version of an order in the making. What follows from the change by itself (completing, forgetting, what is
 * due next) is decided here, so that no change can leave it out.
 */
final class Next {

    /** How long a provider has time to tell how an attempt ended before it is asked. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Order before;
    private final Instant at;
    private final List<Moment> timeline;
    private Status status;
    private Payment payment;
    private Fulfilment fulfilment;
    private Address address;
    private Privacy privacy;

    private Next(Order before, Instant at) {
        this.before = before;
        this.at = at;
        this.timeline = new ArrayList<>(before.timeline());
        this.status = before.status();
        this.payment = before.payment();
        this.fulfilment = before.fulfilment();
        this.address = before.shippingAddress();
        this.privacy = before.privacy();
    }

    static Next of(Order before, Instant at) {
        return new Next(before, at);
    }

    Next with(Status status) {
        this.status = status;
        return this;
    }

    Next with(Payment payment) {
        this.payment = payment;
        return this;
    }

    Next with(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
        return this;
    }

    /** From now on, or from when it is done, it does not say who it is for. */
    Next forgetting() {
        this.privacy = Privacy.FORGET_WHEN_DONE;
        return this;
    }

    Next tell(Moment.Type type, String actor, Moment.Detail detail) {
        timeline.add(new Moment(at, type, actor, detail));
        return this;
    }

    Order order() {
        if (status == Status.PLACED && payment.settled() && fulfilment.finished(before.items())) {
            status = Status.COMPLETED;
            tell(Moment.Type.COMPLETED, Moment.SYSTEM, Moment.Detail.NONE);
        }
        if (privacy == Privacy.FORGET_WHEN_DONE && status != Status.PLACED) privacy = Privacy.FORGOTTEN;
        if (privacy == Privacy.FORGOTTEN) forget();
        return new Order(
                before.id(),
                before.number(),
                before.customerId(),
                before.storeIds(),
                before.items(),
                address,
                status,
                payment,
                fulfilment,
                timeline,
                privacy,
                payBy(),
                dueAt(),
                before.createdAt(),
                at,
                before.version() + 1);
    }

    private void forget() {
        address = address.forgotten();
        payment = payment.forgotten();
        fulfilment = fulfilment.forgotten();
        timeline.replaceAll(Moment::forgotten);
    }

    private Optional<Instant> payBy() {
        return status == Status.PLACED && !payment.settled() ? before.payBy() : Optional.empty();
    }

    private Optional<Instant> dueAt() {
        var promises = payment.promised().stream().map(refund -> refund.at().plus(PATIENCE));
        var attempt = payment.open().map(open -> open.at().plus(PATIENCE));
        return Stream.concat(promises, attempt.or(this::payBy).stream()).min(Instant::compareTo);
    }
}
