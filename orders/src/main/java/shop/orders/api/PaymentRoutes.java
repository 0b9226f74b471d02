package shop.orders.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.Trait.KEY_REQUIRED;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Paying;
import shop.orders.domain.Refunding;
import shop.platform.Money;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The routes of the money. */
public final class PaymentRoutes implements Routes {

    @Schema(description = "How to pay")
    record Pay(
            @Schema(
                    description = "Stands for the card, as the provider's own form made it; for cards only",
                    example = "tok_ok",
                    maxLength = 500)
            Optional<String> token) {}

    @Schema(description = "How much to give back")
    record GiveBack(
            @Schema(description = "How much") Money amount,

            @Schema(description = "Why", example = "arrived late", maxLength = 500)
            String reason) {}

    private final Paying paying;
    private final Refunding refunding;

    public PaymentRoutes(Paying paying, Refunding refunding) {
        this.paying = paying;
        this.refunding = refunding;
    }

    @Override
    public List<Route> routes() {
        return List.of(paid(), refunded());
    }

    private Route paid() {
        return post("/orders/{id}/payments", this::pay)
                .by(CUSTOMER)
                .says("Pay an order")
                .details("The customer pays by card. What is paid by invoice or cash is marked as paid by the store"
                        + " that sells all of the order, or by an admin. 202 when the provider has not decided"
                        + " yet: paymentStatus tells later.")
                .takes(Pay.class)
                .answers(201, OrderView.class)
                .answers(202, OrderView.class)
                .refuses(402, "payment_declined")
                .refuses(404, "order_not_found")
                .refuses(
                        409,
                        "already_paid",
                        "payment_in_progress",
                        "order_cancelled",
                        "insufficient_stock",
                        "too_many_attempts")
                .with(KEY_REQUIRED);
    }

    private Route refunded() {
        return post("/orders/{id}/refunds", this::refund)
                .by(CUSTOMER)
                .says("Give money back")
                .details("By a store what its lines cost at most; by who sells all of the order, and by admins, what"
                        + " was paid.")
                .takes(GiveBack.class)
                .answers(201, OrderView.class)
                .refuses(404, "order_not_found")
                .refuses(409, "refund_exceeds_payment", "too_many_refunds")
                .refuses(422, "currency_mismatch")
                .with(KEY_REQUIRED);
    }

    private void pay(Context ctx) {
        var request = Http.body(ctx, Pay.class);
        var seen = paying.pay(Calls.target(ctx), request.token(), Calls.key(ctx));
        Calls.answer(ctx, seen.order().payment().open().isPresent() ? 202 : 201, seen);
    }

    private void refund(Context ctx) {
        var request = Http.body(ctx, GiveBack.class);
        var key = Calls.key(ctx);
        Calls.answer(ctx, 201, refunding.refund(Calls.target(ctx), request.amount(), request.reason(), key));
    }
}
