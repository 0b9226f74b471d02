package shop.reviews.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SUPPORT;

import io.javalin.http.Context;
import shop.platform.http.ETag;
import shop.platform.http.Principal;
import shop.reviews.api.Views.ReviewView;
import shop.reviews.domain.Caller;
import shop.reviews.domain.Review;

/** What the routes of reviews share. */
final class Callers {

    private Callers() {}

    static Caller of(Context ctx) {
        return Principal.find(ctx)
                .map(who -> new Caller(who.userId(), who.name(), who.hasAny(SUPPORT, ADMIN)))
                .orElse(Caller.STRANGER);
    }

    static void answer(Context ctx, Review review) {
        ETag.send(ctx, review.version());
        ctx.json(ReviewView.of(review));
    }

    /** Or says that the caller has it already. */
    static void show(Context ctx, Review review) {
        if (!ETag.known(ctx, Integer.toString(review.version()))) ctx.json(ReviewView.of(review));
    }
}
