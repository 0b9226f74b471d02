package shop.products.api;

import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import java.util.List;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.api.ReservationViews.ReservationView;
import shop.products.api.ReservationViews.Reserve;
import shop.products.domain.Reserving;

/** Units kept for orders: for orders alone. */
public final class ReservationRoutes implements Routes {

    private static final String RESERVATION = "/products/reservations/{orderId}";
    private static final String NOT_FOUND = "reservation_not_found";

    private final Reserving reserving;

    public ReservationRoutes(Reserving reserving) {
        this.reserving = reserving;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                put(RESERVATION, this::reserve)
                        .by(SERVICE)
                        .says("Keep units for an order, all or none")
                        .details("The same again keeps them longer, and takes them anew when they were free again.")
                        .takes(Reserve.class)
                        .answers(200, ReservationView.class)
                        .refuses(
                                409, "insufficient_stock", "not_for_sale", "reservation_differs", "reservation_closed"),
                post(RESERVATION + "/commit", this::commit)
                        .by(SERVICE)
                        .says("Sell what is kept for an order")
                        .answers(200, ReservationView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "insufficient_stock", "reservation_closed"),
                delete(RESERVATION, this::release)
                        .by(SERVICE)
                        .says("Free what is kept for an order")
                        .answers(200, ReservationView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "already_committed"));
    }

    private void reserve(Context ctx) {
        var request = Http.body(ctx, Reserve.class);
        var reservation = reserving.reserve(ctx.pathParam("orderId"), request.wants(), request.expiresAt());
        ctx.json(ReservationView.of(reservation));
    }

    private void commit(Context ctx) {
        ctx.json(ReservationView.of(reserving.commit(ctx.pathParam("orderId"))));
    }

    private void release(Context ctx) {
        ctx.json(ReservationView.of(reserving.release(ctx.pathParam("orderId"))));
    }
}
