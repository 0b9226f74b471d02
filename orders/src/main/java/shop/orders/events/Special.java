package shop.orders.events;

import java.util.List;
import java.util.Optional;
import shop.orders.domain.OrderEvent;
import shop.orders.domain.Parcel;
import shop.orders.domain.Return;
import shop.orders.domain.Shipment;
import shop.platform.Money;

/** What only one kind of order event has to say; the rest is left out. */
record Special(
        Optional<PaidBy> payment,
        Optional<String> declineCode,
        Optional<String> reason,
        Optional<Sent> shipment,
        Optional<GivenBack> refund,
        Optional<Money> refunded,
        Optional<TakenBack> returned) {

    record PaidBy(String provider, String reference) {}

    record Sent(
            int number,
            String storeId,
            String carrier,
            String trackingNumber,
            List<Parcel> lines,
            Shipment.State status) {

        static Sent of(Shipment it) {
            return new Sent(it.number(), it.storeId(), it.carrier(), it.trackingNumber(), it.lines(), it.status());
        }
    }

    record GivenBack(Money amount, String reason) {}

    record TakenBack(String storeId, List<Parcel> lines, String reason, boolean restock) {

        static TakenBack of(Return back) {
            return new TakenBack(back.storeId(), back.lines(), back.reason(), back.restock());
        }
    }

    private static final Special NOTHING = new Special(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Special of(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed _ -> NOTHING;
            case OrderEvent.Paid paid ->
                NOTHING.with(new PaidBy(paid.order().payment().provider(), paid.reference()));
            case OrderEvent.PaymentFailed failed -> NOTHING.declined(failed.declineCode());
            case OrderEvent.Cancelled cancelled -> NOTHING.because(cancelled.reason());
            case OrderEvent.Expired expired -> NOTHING.because(expired.reason());
            case OrderEvent.Shipped shipped -> NOTHING.with(Sent.of(shipped.shipment()));
            case OrderEvent.Delivered delivered -> NOTHING.with(Sent.of(delivered.shipment()));
            case OrderEvent.Refunded it ->
                NOTHING.with(
                        new GivenBack(it.refund().amount(), it.refund().reason()),
                        it.order().payment().refunded());
            case OrderEvent.Returned returned -> NOTHING.with(TakenBack.of(returned.back()));
        };
    }

    private Special with(PaidBy paid) {
        return new Special(Optional.of(paid), declineCode, reason, shipment, refund, refunded, returned);
    }

    private Special declined(String code) {
        return new Special(payment, Optional.of(code), reason, shipment, refund, refunded, returned);
    }

    private Special because(String why) {
        return new Special(payment, declineCode, Optional.of(why), shipment, refund, refunded, returned);
    }

    private Special with(Sent sent) {
        return new Special(payment, declineCode, reason, Optional.of(sent), refund, refunded, returned);
    }

    private Special with(GivenBack back, Money inAll) {
        return new Special(payment, declineCode, reason, shipment, Optional.of(back), Optional.of(inAll), returned);
    }

    private Special with(TakenBack back) {
        return new Special(payment, declineCode, reason, shipment, refund, refunded, Optional.of(back));
    }
}
