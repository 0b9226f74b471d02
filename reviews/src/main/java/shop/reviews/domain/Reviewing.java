package shop.reviews.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        return persistently(
                () -> own(id, caller, OptionalInt.of(seen)).edit(text, clock.instant()),
                next -> keep(next, Kind.UPDATED, caller.id()));
    }

    public void delete(String id, Caller caller, OptionalInt seen) {
        persistently(
                () -> own(id, caller, seen).delete(clock.instant()), next -> keep(next, Kind.DELETED, caller.id()));
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
            if (next.equals(review) || kept(next, changed -> keep(changed, Kind.UPDATED, "system"))) return next;
            review = reviews.find(seen.id()).orElseThrow(() -> Failure.notFound("review", seen.id()));
        }
    }

    /**
     * Does it until no vote comes between the look and the write.
     *
     * @param decide looks and says what should be there next; what it refuses is refused
     */
    static Review persistently(Supplier<Review> decide, Consumer<Review> write) {
        var next = decide.get();
        while (!kept(next, write)) next = decide.get();
        return next;
    }

    private static boolean kept(Review next, Consumer<Review> write) {
        try {
            write.accept(next);
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

    private void keep(Review next, Kind kind, String by) {
        reviews.replace(next, event(kind, next, by));
    }

    private static ReviewEvent event(Kind kind, Review review, String by) {
        return new ReviewEvent(kind, review, by, Optional.empty());
    }
}
