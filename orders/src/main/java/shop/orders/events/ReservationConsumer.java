package shop.orders.events;

import java.util.List;
import shop.orders.domain.Cancelling;
import shop.platform.events.Event;
import shop.platform.events.EventBus;

/** What orders does when products no longer keeps the goods of an order: one that is not paid for ends. */
public final class ReservationConsumer {

    /** Only what orders needs. */
    record ReservationExpired(String orderId) {}

    private final Cancelling cancelling;

    public ReservationConsumer(Cancelling cancelling) {
        this.cancelling = cancelling;
    }

    public AutoCloseable listenTo(EventBus bus) {
        return bus.subscribe("orders.reservations", List.of("reservation.expired"), this::expire);
    }

    private void expire(Event event) {
        cancelling.expire(event.data(ReservationExpired.class).orderId());
    }
}
