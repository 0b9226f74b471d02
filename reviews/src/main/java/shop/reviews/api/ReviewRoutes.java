package shop.reviews.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.Trait.CACHED;
import static shop.platform.http.Route.Trait.IF_MATCH;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.patch;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;
import static shop.reviews.api.Callers.answer;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.platform.Page;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.reviews.api.Views.EditReview;
import shop.reviews.api.Views.PersonalData;
import shop.reviews.api.Views.ReviewView;
import shop.reviews.api.Views.SummaryView;
import shop.reviews.api.Views.Vote;
import shop.reviews.api.Views.WriteReview;
import shop.reviews.domain.Judging;
import shop.reviews.domain.Reviewing;
import shop.reviews.domain.Reviews;
import shop.reviews.domain.Reviews.Sort;
import shop.reviews.domain.Summaries;

/** The routes below /reviews for readers and authors. */
public final class ReviewRoutes implements Routes {

    private static final String ID = "/reviews/{id}";
    private static final String NOT_FOUND = "review_not_found";
    private static final int EXPORTED = 1_000;
    private static final Map<String, Sort> SORTS = Map.of(
            "newest",
            Sort.NEWEST,
            "oldest",
            Sort.OLDEST,
            "helpful",
            Sort.HELPFUL,
            "-rating",
            Sort.HIGHEST,
            "rating",
            Sort.LOWEST);

    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Judging judging;
    private final Summaries summaries;

    public ReviewRoutes(Reviews reviews, Reviewing reviewing, Judging judging, Summaries summaries) {
        this.judging = judging;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.summaries = summaries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/reviews", this::write)
                        .by(CUSTOMER)
                        .says("Review a product")
                        .details(
                                "One review a person and product. Whether its author bought the product is known to the shop.")
                        .takes(WriteReview.class)
                        .answers(201, ReviewView.class)
                        .refuses(403, "purchase_required")
                        .refuses(409, "already_reviewed", "product_archived")
                        .refuses(422, "product_not_found", "out_of_range", "too_long"),
                get("/reviews", this::list)
                        .by(PUBLIC)
                        .says("List the reviews of a product")
                        .query("productId", "Of which product; has to be given")
                        .query("rating", List.of("1", "2", "3", "4", "5"), "Only with so many stars")
                        .query("verified", List.of("true", "false"), "true: only by buyers")
                        .query(
                                "sort",
                                List.of("newest", "oldest", "helpful", "-rating", "rating"),
                                "The order; newest first")
                        .lists(ReviewView.class),
                get("/reviews/mine", this::mine)
                        .by(CUSTOMER)
                        .says("List my reviews")
                        .lists(ReviewView.class),
                get("/reviews/products/{productId}/summary", this::summary)
                        .by(PUBLIC)
                        .says("Read what all reviews of a product come to")
                        .answers(200, SummaryView.class),
                get("/reviews/export/{userId}", this::export)
                        .by(SERVICE)
                        .says("Everything kept of one person")
                        .answers(200, PersonalData.class),
                get(ID, this::read)
                        .by(PUBLIC, CUSTOMER)
                        .says("Read a review")
                        .answers(200, ReviewView.class)
                        .refuses(404, NOT_FOUND)
                        .with(CACHED),
                patch(ID, this::edit)
                        .by(CUSTOMER)
                        .says("Change my review")
                        .takes(EditReview.class)
                        .answers(200, ReviewView.class)
                        .refuses(404, NOT_FOUND)
                        .with(IF_MATCH),
                delete(ID, this::remove)
                        .by(CUSTOMER)
                        .says("Withdraw my review")
                        .answers(204)
                        .refuses(404, NOT_FOUND),
                put(ID + "/vote", this::vote)
                        .by(CUSTOMER)
                        .says("Say whether a review helped")
                        .takes(Vote.class)
                        .answers(200, ReviewView.class)
                        .refuses(403, "own_review")
                        .refuses(404, NOT_FOUND),
                delete(ID + "/vote", this::unvote)
                        .by(CUSTOMER)
                        .says("Take my vote back")
                        .answers(204)
                        .refuses(403, "own_review")
                        .refuses(404, NOT_FOUND));
    }

    private void write(Context ctx) {
        var request = Http.body(ctx, WriteReview.class);
        var review = reviewing.write(Callers.of(ctx), request.productId(), request.text());
        ctx.status(HttpStatus.CREATED).header("Location", "/reviews/" + review.id());
        answer(ctx, review);
    }

    private void list(Context ctx) {
        var page = Http.page(ctx);
        var product = Http.query(ctx, "productId")
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> Http.parameter("productId", "has to be given"));
        var query = new Reviews.Query(
                product,
                Http.query(ctx, "rating", Integer::valueOf),
                Http.query(ctx, "verified", Boolean::valueOf),
                Http.query(ctx, "sort").map(SORTS::get).orElse(Sort.NEWEST));
        Http.answer(ctx, reviews.list(query, page).map(ReviewView::of));
    }

    private void mine(Context ctx) {
        Http.answer(ctx, reviews.by(Callers.of(ctx).id(), Http.page(ctx)).map(ReviewView::of));
    }

    private void summary(Context ctx) {
        ctx.json(SummaryView.of(summaries.find(ctx.pathParam("productId"))));
    }

    private void export(Context ctx) {
        var theirs = reviews.by(ctx.pathParam("userId"), Page.Request.first(EXPORTED));
        ctx.json(new PersonalData(theirs.map(ReviewView::of).items()));
    }

    private void read(Context ctx) {
        Callers.show(ctx, reviewing.read(ctx.pathParam("id"), Callers.of(ctx)));
    }

    private void edit(Context ctx) {
        var seen = ETag.required(ctx);
        var current = reviewing.read(ctx.pathParam("id"), Callers.of(ctx));
        var next = Http.merged(ctx, EditReview.of(current), EditReview.class);
        answer(ctx, reviewing.edit(current.id(), Callers.of(ctx), seen, next.text()));
    }

    private void remove(Context ctx) {
        reviewing.delete(ctx.pathParam("id"), Callers.of(ctx), ETag.given(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void vote(Context ctx) {
        var helpful = Http.body(ctx, Vote.class).helpful();
        judging.vote(ctx.pathParam("id"), Callers.of(ctx), Optional.of(helpful));
        answer(ctx, reviewing.read(ctx.pathParam("id"), Callers.of(ctx)));
    }

    private void unvote(Context ctx) {
        judging.vote(ctx.pathParam("id"), Callers.of(ctx), Optional.empty());
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
