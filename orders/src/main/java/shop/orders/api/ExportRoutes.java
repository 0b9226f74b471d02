package shop.orders.api;

import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import shop.orders.domain.Carting;
import shop.orders.domain.Reading;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** Everything orders holds of a person, for the person to carry away. */
public final class ExportRoutes implements Routes {

    @Schema(description = "What orders keeps of one person")
    record PersonalData(
            @Schema(description = "The newest 1,000 orders") List<OrderView> orders,
            @Schema(description = "What is in the cart") List<KeptLine> cart) {}

    @Schema(description = "A line of a cart")
    record KeptLine(
            @Schema(description = "The product", example = "prd_01jd8e8qfx9b2d3n4pr5s6t7v8")
            String productId,

            @Schema(description = "How many", example = "2") int quantity) {}

    private final Reading reading;
    private final Carting carting;

    public ExportRoutes(Reading reading, Carting carting) {
        this.reading = reading;
        this.carting = carting;
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/orders/export/{userId}", this::export)
                .by(SERVICE)
                .says("Hand out all that is kept of a person")
                .answers(200, PersonalData.class));
    }

    private void export(Context ctx) {
        var userId = ctx.pathParam("userId");
        var orders = reading.ordersOf(userId).items().stream()
                .map(order -> OrderView.of(order, List.of()))
                .toList();
        var cart = carting.cart(userId).lines().stream()
                .map(line -> new KeptLine(line.productId(), line.quantity()))
                .toList();
        ctx.json(new PersonalData(orders, cart));
    }
}
