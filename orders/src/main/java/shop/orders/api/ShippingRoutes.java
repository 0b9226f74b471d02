package shop.orders.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Comeback;
import shop.orders.domain.Dispatch;
import shop.orders.domain.Shipping;
import shop.platform.Failure;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The routes of the goods. */
public final class ShippingRoutes implements Routes {

    @Schema(description = "What a store sends")
    record Ship(
            @Schema(description = "The store that sends", example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
            String storeId,

            @Schema(description = "Who carries it", example = "DHL", maxLength = 100)
            String carrier,

            @Schema(description = "How the carrier calls it", example = "JD014600003", maxLength = 100)
            String trackingNumber,

            @Schema(description = "What is in it; left out, all of this store's that is not shipped")
            Optional<List<ParcelLine>> lines) {

        Ship {
            var _ = dispatch(storeId, carrier, trackingNumber, lines); // refuses early
        }

        Dispatch dispatch() {
            return dispatch(storeId, carrier, trackingNumber, lines);
        }

        private static Dispatch dispatch(
                String storeId, String carrier, String trackingNumber, Optional<List<ParcelLine>> lines) {
            var parcels =
                    lines.map(given -> given.stream().map(ParcelLine::parcel).toList());
            return new Dispatch(storeId, carrier, trackingNumber, parcels);
        }
    }

    @Schema(description = "What came back to a store")
    record SendBack(
            @Schema(description = "What came back") List<ParcelLine> lines,

            @Schema(description = "Why", example = "wrong colour", maxLength = 500)
            String reason,

            @Schema(description = "Whether it can be sold again; not so unless you say so", example = "true")
            Optional<Boolean> restock,

            @Schema(
                    description = "The store it came back to, where the lines do not tell",
                    example = "sto_01jd8e8qfx9b2d3n4pr5s6t7v8")
            Optional<String> storeId) {

        SendBack {
            var _ = comeback(lines, reason, restock, storeId); // refuses early
        }

        Comeback comeback() {
            return comeback(lines, reason, restock, storeId);
        }

        private static Comeback comeback(
                List<ParcelLine> lines, String reason, Optional<Boolean> restock, Optional<String> storeId) {
            var parcels = lines.stream().map(ParcelLine::parcel).toList();
            return new Comeback(storeId, parcels, reason, restock.orElse(false));
        }
    }

    private final Shipping shipping;

    public ShippingRoutes(Shipping shipping) {
        this.shipping = shipping;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/orders/{id}/shipments", this::ship)
                        .by(CUSTOMER)
                        .says("Send some of a store's lines, or all that are left")
                        .takes(Ship.class)
                        .answers(201, OrderView.class)
                        .refuses(404, "order_not_found")
                        .refuses(
                                409,
                                "not_paid",
                                "already_shipped",
                                "exceeds_unshipped",
                                "order_cancelled",
                                "too_many_shipments"),
                post("/orders/{id}/shipments/{n}/delivered", this::deliver)
                        .by(CUSTOMER)
                        .says("Say that a shipment has arrived")
                        .answers(200, OrderView.class)
                        .refuses(404, "order_not_found", "shipment_not_found"),
                post("/orders/{id}/returns", this::takeBack)
                        .by(CUSTOMER)
                        .says("Say that goods have come back")
                        .takes(SendBack.class)
                        .answers(201, OrderView.class)
                        .refuses(404, "order_not_found")
                        .refuses(409, "exceeds_shipped", "too_many_returns")
                        .refuses(422, "unknown_sku"));
    }

    private void ship(Context ctx) {
        var request = Http.body(ctx, Ship.class);
        Calls.answer(ctx, 201, shipping.ship(Calls.target(ctx), request.dispatch()));
    }

    private void deliver(Context ctx) {
        var given = ctx.pathParam("n");
        if (!given.matches("\\d{1,6}")) throw Failure.notFound("shipment", given);
        Calls.answer(ctx, 200, shipping.deliver(Calls.target(ctx), Integer.parseInt(given)));
    }

    private void takeBack(Context ctx) {
        var request = Http.body(ctx, SendBack.class);
        Calls.answer(ctx, 201, shipping.takeBack(Calls.target(ctx), request.comeback()));
    }
}
