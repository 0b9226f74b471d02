package shop.orders.domain;

import java.time.Instant;
import java.util.Optional;
import shop.platform.Money;

/**
 * Something that happened to an order.
 *
 * @param actor the id of whoever did it, or "system"
 */
public record Moment(Instant at, Type type, String actor, Detail data) {

    static final int LONGEST_REASON = 500;
    static final String SYSTEM = "system";

    /** What can happen. */
    public enum Type {
        PLACED,
        PAID,
        PAYMENT_FAILED,
        SHIPPED,
        DELIVERED,
        CANCELLED,
        EXPIRED,
        REFUNDED,
        RETURNED,
        COMPLETED
    }

    /** What there is to say about it. */
    public record Detail(
            Optional<Money> amount,
            Optional<String> reason,
            Optional<String> declineCode,
            Optional<Integer> shipment,
            Optional<String> storeId) {

        static final Detail NONE =
                new Detail(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Detail reason(String reason) {
            return new Detail(
                    Optional.empty(), Optional.of(reason), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Detail declined(String code) {
            return new Detail(
                    Optional.empty(), Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty());
        }

        static Detail paid(Money amount) {
            return new Detail(
                    Optional.of(amount), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Detail refunded(Refund refund) {
            return new Detail(
                    Optional.of(refund.amount()),
                    Optional.of(refund.reason()),
                    Optional.empty(),
                    Optional.empty(),
                    refund.storeId());
        }

        static Detail of(Shipment shipment) {
            return new Detail(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(shipment.number()),
                    Optional.of(shipment.storeId()));
        }

        static Detail of(Return back) {
            return new Detail(
                    Optional.empty(),
                    Optional.of(back.reason()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(back.storeId()));
        }
    }

    /** Whether it is everybody's business, or that store's. */
    boolean concerns(Standing standing) {
        return data.storeId().map(standing::sellsFor).orElse(true);
    }

    Moment forgotten() {
        var kept = new Detail(data.amount(), Optional.empty(), data.declineCode(), data.shipment(), data.storeId());
        return new Moment(at, type, actor, kept);
    }
}
