package shop.products.events;

import shop.platform.events.Fact;
import shop.products.domain.ReservationEvent;

/** How reservation events are called and look outside. */
public final class ReservationWire {

    private ReservationWire() {}

    public static Fact fact(ReservationEvent event) {
        return switch (event) {
            case ReservationEvent.Expired expired -> new Fact(ProductWire.SOURCE, "reservation.expired", expired);
        };
    }
}
