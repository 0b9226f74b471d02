package shop.reviews.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;
import static shop.reviews.api.Callers.answer;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.reviews.api.Views.Hide;
import shop.reviews.api.Views.ReviewView;
import shop.reviews.api.Views.WriteReply;
import shop.reviews.api.Views.WriteReport;
import shop.reviews.domain.Judging;
import shop.reviews.domain.Moderating;
import shop.reviews.domain.Reviews;

/** The routes below /reviews for stores and support, and for those who find something wrong. */
public final class ModerationRoutes implements Routes {

    private static final String ID = "/reviews/{id}";
    private static final String NOT_FOUND = "review_not_found";

    private final Reviews reviews;
    private final Judging judging;
    private final Moderating moderating;

    public ModerationRoutes(Reviews reviews, Judging judging, Moderating moderating) {
        this.reviews = reviews;
        this.judging = judging;
        this.moderating = moderating;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/reviews/moderation", this::list)
                        .by(SUPPORT, ADMIN)
                        .says("List what was reported or hidden")
                        .lists(ReviewView.class),
                post(ID + "/report", this::report)
                        .by(CUSTOMER)
                        .says("Report a review")
                        .details("A person counts once.")
                        .takes(WriteReport.class)
                        .answers(202)
                        .refuses(404, NOT_FOUND),
                post(ID + "/hide", this::hide)
                        .by(SUPPORT, ADMIN)
                        .says("Take a review down")
                        .takes(Hide.class)
                        .answers(200, ReviewView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "already_hidden"),
                post(ID + "/restore", this::restore)
                        .by(SUPPORT, ADMIN)
                        .says("Show a hidden review again")
                        .answers(200, ReviewView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "not_hidden"),
                put(ID + "/reply", this::reply)
                        .by(CUSTOMER)
                        .says("Answer a review of my store's product")
                        .takes(WriteReply.class)
                        .answers(200, ReviewView.class)
                        .refuses(404, NOT_FOUND),
                delete(ID + "/reply", this::unreply)
                        .by(CUSTOMER)
                        .says("Take my store's answer back")
                        .answers(204)
                        .refuses(404, NOT_FOUND, "reply_not_found"));
    }

    private void list(Context ctx) {
        Http.answer(ctx, reviews.toModerate(Http.page(ctx)).map(ReviewView::of));
    }

    private void report(Context ctx) {
        var report = Http.body(ctx, WriteReport.class);
        judging.report(ctx.pathParam("id"), Callers.of(ctx), report.reason(), report.detail());
        ctx.status(HttpStatus.ACCEPTED);
    }

    private void hide(Context ctx) {
        answer(
                ctx,
                moderating.hide(
                        ctx.pathParam("id"),
                        Callers.of(ctx),
                        ETag.given(ctx),
                        Http.body(ctx, Hide.class).reason()));
    }

    private void restore(Context ctx) {
        answer(ctx, moderating.restore(ctx.pathParam("id"), Callers.of(ctx), ETag.given(ctx)));
    }

    private void reply(Context ctx) {
        answer(
                ctx,
                moderating.reply(
                        ctx.pathParam("id"),
                        Callers.of(ctx),
                        ETag.given(ctx),
                        Http.body(ctx, WriteReply.class).body()));
    }

    private void unreply(Context ctx) {
        moderating.unreply(ctx.pathParam("id"), Callers.of(ctx), ETag.given(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
