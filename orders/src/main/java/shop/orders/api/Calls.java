package shop.orders.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SUPPORT;

import io.javalin.http.Context;
import shop.orders.domain.Caller;
import shop.orders.domain.Changing.Seen;
import shop.orders.domain.Target;
import shop.platform.Failure;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;

/** What all routes about orders read from a request, and how they answer. */
final class Calls {

    private Calls() {}

    static Caller caller(Context ctx) {
        var principal = Principal.of(ctx);
        return new Caller(principal.userId(), principal.hasAny(SUPPORT, ADMIN), principal.hasAny(ADMIN));
    }

    static Target target(Context ctx) {
        return new Target(ctx.pathParam("id"), caller(ctx), ETag.given(ctx));
    }

    /** The key of a route that requires one. */
    static String key(Context ctx) {
        return Http.key(ctx)
                .orElseThrow(() ->
                        Failure.malformed("idempotency_key_required", "the header Idempotency-Key is required here"));
    }

    static void answer(Context ctx, int status, Seen seen) {
        ETag.send(ctx, seen.order().version());
        if (status == 201) ctx.header("Location", "/orders/" + seen.order().id());
        ctx.status(status).json(OrderView.of(seen));
    }
}
