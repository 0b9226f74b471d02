package shop.reviews.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SUPPORT;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import shop.platform.http.ETag;
import shop.platform.http.Principal;
import shop.reviews.api.Views.ReviewView;
import shop.reviews.domain.Caller;
import shop.reviews.domain.Review;

/** What the routes of reviews share. */
final class Callers {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(\\.\\d{1,9})?\"");

    private Callers() {}

    static Caller of(Context ctx) {
        return Principal.find(ctx)
                .map(who -> new Caller(who.userId(), who.name(), who.hasAny(SUPPORT, ADMIN)))
                .orElse(Caller.STRANGER);
    }

    static void answer(Context ctx, Review review) {
        ctx.header("ETag", '"' + tag(review) + '"');
        ctx.json(ReviewView.of(review));
    }

    /** Or says that the caller has it already. */
    static void show(Context ctx, Review review) {
        if (!ETag.known(ctx, tag(review))) ctx.json(ReviewView.of(review));
    }

    /** Votes change what a reader gets, but not the version that an author has seen. */
    private static String tag(Review review) {
        var votes = review.helpfulCount();
        return votes == 0 ? Integer.toString(review.version()) : review.version() + "." + votes;
    }

    /** The version the caller has seen, for requests that may go without. */
    static OptionalInt seen(Context ctx) {
        var given = TAG.matcher(Objects.requireNonNullElse(ctx.header("If-Match"), ""));
        return given.matches() ? OptionalInt.of(Integer.parseInt(given.group(1))) : ETag.given(ctx);
    }
}
