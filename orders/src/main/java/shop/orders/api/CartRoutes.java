package shop.orders.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.Trait.KEY_REQUIRED;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Carting;
import shop.orders.domain.Changing;
import shop.orders.domain.CheckingOut;
import shop.orders.domain.Line;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The routes of the cart. */
public final class CartRoutes implements Routes {

    @Schema(description = "What to put in the cart, and how many")
    record PutInCart(
            @Schema(description = "Which variant; may be left out when there is one only", example = "TEA-1")
            Optional<String> sku,

            @Schema(description = "How many", example = "2", minimum = "1", maximum = "1000")
            int quantity) {

        PutInCart {
            var _ = new Line("any", sku, quantity); // refuses early
        }
    }

    private final Carting carting;
    private final CheckingOut checkingOut;
    private final Changing changing;

    public CartRoutes(Carting carting, CheckingOut checkingOut, Changing changing) {
        this.carting = carting;
        this.checkingOut = checkingOut;
        this.changing = changing;
    }

    @Override
    public List<Route> routes() {
        return List.of(shown(), filled(), emptied(), checkedOut());
    }

    private Route shown() {
        return get("/orders/cart", this::show)
                .by(CUSTOMER)
                .says("See your cart with the prices of this moment")
                .answers(200, CartView.class);
    }

    private Route filled() {
        return put("/orders/cart/items/{productId}", this::fill)
                .by(CUSTOMER)
                .says("Put a product into your cart, or change how many")
                .details("Each variant of a product has a line of its own.")
                .takes(PutInCart.class)
                .answers(200, CartView.class)
                .refuses(404, "product_not_found")
                .refuses(409, "cart_full")
                .refuses(422, "unknown_sku");
    }

    private Route emptied() {
        return delete("/orders/cart/items/{productId}", this::remove)
                .by(CUSTOMER)
                .says("Take a product out of your cart")
                .query("sku", "Only this variant")
                .answers(204);
    }

    private Route checkedOut() {
        return post("/orders/cart/checkout", this::checkOut)
                .by(CUSTOMER)
                .says("Order what is in your cart")
                .takes(CheckOut.class)
                .answers(201, OrderView.class)
                .refuses(
                        409,
                        "cart_empty",
                        "insufficient_stock",
                        "not_for_sale",
                        "price_changed",
                        "payment_method_unavailable")
                .refuses(422, "mixed_currencies", "address_not_found")
                .with(KEY_REQUIRED);
    }

    private void show(Context ctx) {
        answer(ctx, carting.show(customer(ctx)));
    }

    private void fill(Context ctx) {
        var request = Http.body(ctx, PutInCart.class);
        var line = new Line(ctx.pathParam("productId"), request.sku(), request.quantity());
        answer(ctx, carting.put(customer(ctx), line, ETag.given(ctx)));
    }

    private void remove(Context ctx) {
        carting.remove(customer(ctx), ctx.pathParam("productId"), Http.query(ctx, "sku"), ETag.given(ctx));
        ctx.status(204);
    }

    private void checkOut(Context ctx) {
        var request = Http.body(ctx, CheckOut.class);
        var order = checkingOut.checkOut(
                customer(ctx),
                Calls.key(ctx),
                request.recipient(),
                request.payment().method(),
                request.expectedTotal());
        Calls.answer(ctx, 201, changing.seen(order, Calls.caller(ctx)));
    }

    private static void answer(Context ctx, Carting.Shown shown) {
        ETag.send(ctx, shown.cart().version());
        ctx.json(CartView.of(shown));
    }

    private static String customer(Context ctx) {
        return Principal.of(ctx).userId();
    }
}
