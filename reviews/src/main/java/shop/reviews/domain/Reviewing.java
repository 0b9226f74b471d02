package shop.reviews.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.platform.Id;
import shop.reviews.domain.ReviewEvent.Kind;

/** What authors do: load, decide, keep. */
public final class Reviewing {

    private final Reviews reviews;
    private final Admission admission;
    private final Purchases purchases;
    private final Erased erased;
    private final Clock clock;

    public Reviewing(Reviews reviews, Admission admission, Purchases purchases, Erased erased, Clock clock) {
        this.reviews = reviews;
        this.admission = admission;
        this.purchases = purchases;
        this.erased = erased;
        this.clock = clock;
    }

    public Review write(Caller author, String productId, Text text) {
        var product = admission.product(productId);
        var bought = admission.buyer(author.id(), productId);
        var now = clock.instant();
        var signed = erased.has(author.id()) ? author.nameless() : author;
        var review = Review.write(Id.next("rev", now), product, signed, text, bought, now);
        reviews.add(review, event(Kind.CREATED, review, author.id()));
        return settle(review); // what came in between found no review to change
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

    /** Somebody has received a product: a review they wrote before counts as a buyer's from now on. May be repeated. */
    public void received(String userId, String productId) {
        purchases.add(userId, productId);
        reviews.find(productId, userId).ifPresent(this::settle);
    }

    /** Brings a review in line with what is known of its author by now, however often others change it meanwhile. */
    Review settle(Review seen) {
        var review = seen;
        while (true) {
            var bought = purchases.has(review.authorId(), review.productId());
            var next = review.settled(bought, erased.has(review.authorId()), clock.instant());
            if (next.equals(review) || kept(next)) return next;
            review = reviews.find(seen.id()).orElseThrow(() -> Failure.notFound("review", seen.id()));
        }
    }

    private boolean kept(Review next) {
        try {
            keep(next, Kind.UPDATED, "system");
            return true;
        } catch (Failure failure) {
            if (failure.kind() == Failure.Kind.STALE) return false;
            throw failure;
        }
    }

    private Review own(String id, Caller caller, OptionalInt seen) {
        var review = read(id, caller);
        if (!review.writtenBy(caller)) throw Failure.forbidden();
        return review.seenIn(seen);
    }

    private Review keep(Review next, Kind kind, String by) {
        reviews.replace(next, event(kind, next, by));
        return next;
    }

    private static ReviewEvent event(Kind kind, Review review, String by) {
        return new ReviewEvent(kind, review, by, Optional.empty());
    }
}
