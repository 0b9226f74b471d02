package shop.reviews.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Page;
import shop.reviews.domain.ReviewEvent.Kind;

/** What authors do: load, decide, keep. */
public final class Reviewing {

    private static final int BATCH = 100;

    private final Reviews reviews;
    private final Purchases purchases;
    private final Catalogue catalogue;
    private final boolean purchaseRequired;
    private final Clock clock;

    public Reviewing(Reviews reviews, Purchases purchases, Catalogue catalogue, boolean purchaseRequired, Clock clock) {
        this.reviews = reviews;
        this.purchases = purchases;
        this.catalogue = catalogue;
        this.purchaseRequired = purchaseRequired;
        this.clock = clock;
    }

    public Review write(Caller author, String productId, Text text) {
        var product = catalogue
                .find(productId)
                .orElseThrow(() -> Failure.invalid("/productId", "product_not_found", "there is no such product"));
        if (product.archived()) throw Failure.conflict("product_archived", "the product is no longer sold");
        var verified = purchases.has(author.id(), productId);
        if (purchaseRequired && !verified) {
            throw Failure.of(Failure.Kind.FORBIDDEN, "purchase_required", "only those who received it may review it");
        }
        var now = clock.instant();
        var review = Review.write(Id.next("rev", now), product, author, text, verified, now);
        reviews.add(review, event(Kind.CREATED, review, author.id()));
        return review;
    }

    /** A review that the caller may not see is as good as none. */
    public Review read(String id, Caller caller) {
        return reviews.find(id)
                .filter(review -> review.visibleTo(caller))
                .orElseThrow(() -> Failure.notFound("review", id));
    }

    public Review edit(String id, Caller caller, int seen, Text text) {
        var review = own(id, caller, OptionalInt.of(seen));
        return keep(review.edit(text, clock.instant()), Kind.UPDATED, caller.id());
    }

    public void delete(String id, Caller caller, OptionalInt seen) {
        keep(own(id, caller, seen).delete(clock.instant()), Kind.DELETED, caller.id());
    }

    public void vote(String id, Caller caller, Optional<Boolean> helpful) {
        var review = read(id, caller);
        if (review.writtenBy(caller)) {
            throw Failure.of(Failure.Kind.FORBIDDEN, "own_review", "nobody votes on their own review");
        }
        reviews.vote(id, caller.id(), helpful);
    }

    public void report(String id, Caller caller, Report.Reason reason, Optional<String> detail) {
        read(id, caller);
        reviews.report(id, new Report(caller.id(), reason, detail, clock.instant()));
    }

    /** Somebody has received a product: a review they wrote before counts as a buyer's from now on. May be repeated. */
    public void received(String userId, String productId) {
        purchases.add(userId, productId);
        reviews.find(productId, userId)
                .filter(review -> !review.verifiedPurchase())
                .ifPresent(review -> keep(review.verified(clock.instant()), Kind.UPDATED, "system"));
    }

    /** What somebody said stays, without their name. May be repeated. */
    public void forget(String userId) {
        var request = Page.Request.first(BATCH);
        while (true) {
            var page = reviews.by(userId, request);
            for (var review : page.items()) {
                if (!review.authorName().equals(Review.NOBODY)) reviews.replace(review.anonymous(clock.instant()));
            }
            if (page.next().isEmpty()) break;
            request = new Page.Request(BATCH, page.next());
        }
        purchases.forget(userId);
    }

    private Review own(String id, Caller caller, OptionalInt seen) {
        var review = read(id, caller);
        if (!review.writtenBy(caller)) throw Failure.forbidden();
        if (seen.orElse(review.version()) != review.version()) throw Failure.stale(id);
        return review;
    }

    private Review keep(Review next, Kind kind, String by) {
        reviews.replace(next, event(kind, next, by));
        return next;
    }

    private static ReviewEvent event(Kind kind, Review review, String by) {
        return new ReviewEvent(kind, review, by, Optional.empty());
    }
}
