package shop.orders.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.Trait.KEY_REQUIRED;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import shop.orders.domain.Cancelling;
import shop.orders.domain.Changing;
import shop.orders.domain.FulfilmentStatus;
import shop.orders.domain.Orders.Filter;
import shop.orders.domain.PaymentStatus;
import shop.orders.domain.Placing;
import shop.orders.domain.Reading;
import shop.orders.domain.Status;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** The routes below /orders that place, read and cancel. */
public final class OrderRoutes implements Routes {

    @Schema(description = "Why an order is cancelled")
    record CancelOrder(
            @Schema(description = "Why", example = "changed my mind", maxLength = 500)
            String reason) {}

    private final Placing placing;
    private final Changing changing;
    private final Reading reading;
    private final Cancelling cancelling;

    public OrderRoutes(Placing placing, Changing changing, Reading reading, Cancelling cancelling) {
        this.placing = placing;
        this.changing = changing;
        this.reading = reading;
        this.cancelling = cancelling;
    }

    @Override
    public List<Route> routes() {
        return List.of(placed(), listed(), readable(), tracked(), cancelled());
    }

    private Route placed() {
        return post("/orders", this::place)
                .by(CUSTOMER)
                .says("Place an order")
                .details("Prices are those of the catalogue at this moment, whatever a client believes. The goods"
                        + " are held for the order; an order by card that is not paid in time expires.")
                .takes(PlaceOrder.class)
                .answers(201, OrderView.class)
                .refuses(409, "insufficient_stock", "not_for_sale", "price_changed", "payment_method_unavailable")
                .refuses(422, "mixed_currencies", "address_not_found", "duplicate_item")
                .with(KEY_REQUIRED);
    }

    private Route listed() {
        return get("/orders", this::list)
                .by(CUSTOMER)
                .says("List orders, the newest first")
                .details("Your own; with storeId those of a store of yours, its own lines only. Support and"
                        + " admins see all.")
                .query("status", names(Status.values()), "Only orders that stand there as a whole")
                .query("paymentStatus", names(PaymentStatus.values()), "Only orders whose money is there")
                .query("fulfilmentStatus", names(FulfilmentStatus.values()), "Only orders whose goods are there")
                .query("storeId", "Only orders with lines of this store")
                .query("customerId", "Only orders of this person")
                .query("from", Instant.class, "Only orders placed then or later")
                .query("to", Instant.class, "Only orders placed before then")
                .lists(OrderView.class)
                .refuses(403, "forbidden");
    }

    private Route readable() {
        return get("/orders/{id}", this::read)
                .by(CUSTOMER)
                .says("Read an order")
                .answers(200, OrderView.class)
                .refuses(404, "order_not_found");
    }

    private Route tracked() {
        return get("/orders/{id}/tracking", this::track)
                .by(CUSTOMER)
                .says("See where an order is")
                .answers(200, TrackingView.class)
                .refuses(404, "order_not_found");
    }

    private Route cancelled() {
        return post("/orders/{id}/cancel", this::cancel)
                .by(CUSTOMER)
                .says("Cancel an order of which nothing has been shipped")
                .details("The goods go back to the stock, and what has been paid is refunded.")
                .takes(CancelOrder.class)
                .answers(200, OrderView.class)
                .refuses(404, "order_not_found")
                .refuses(409, "already_shipped");
    }

    private void place(Context ctx) {
        var request = Http.body(ctx, PlaceOrder.class);
        var caller = Calls.caller(ctx);
        var name = Placing.Request.name(
                caller.id(), Calls.key(ctx), request.lines().toString());
        var order = placing.place(new Placing.Request(
                name,
                caller.id(),
                request.lines(),
                request.recipient(),
                request.payment().method(),
                request.expectedTotal()));
        Calls.answer(ctx, 201, changing.seen(order, caller));
    }

    private void list(Context ctx) {
        var filter = new Filter(
                Http.query(ctx, "customerId"),
                Http.query(ctx, "storeId"),
                Http.query(ctx, "status", Status.class),
                Http.query(ctx, "paymentStatus", PaymentStatus.class),
                Http.query(ctx, "fulfilmentStatus", FulfilmentStatus.class),
                Http.time(ctx, "from"),
                Http.time(ctx, "to"));
        Http.answer(ctx, reading.list(filter, Http.page(ctx), Calls.caller(ctx)).map(OrderView::of));
    }

    private void read(Context ctx) {
        Calls.answer(ctx, 200, changing.read(ctx.pathParam("id"), Calls.caller(ctx)));
    }

    private void track(Context ctx) {
        var seen = changing.read(ctx.pathParam("id"), Calls.caller(ctx));
        ETag.send(ctx, seen.order().version());
        ctx.json(TrackingView.of(seen.shown()));
    }

    private void cancel(Context ctx) {
        var request = Http.body(ctx, CancelOrder.class);
        Calls.answer(ctx, 200, cancelling.cancel(Calls.target(ctx), request.reason()));
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Json::name).toList();
    }
}
