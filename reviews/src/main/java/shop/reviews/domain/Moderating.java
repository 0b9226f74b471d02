package shop.reviews.domain;

import static shop.reviews.domain.Reviewing.persistently;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.reviews.domain.ReviewEvent.Kind;

/** What support and the store do with what others wrote. */
public final class Moderating {

    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Teams teams;
    private final Clock clock;

    public Moderating(Reviews reviews, Reviewing reviewing, Teams teams, Clock clock) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.teams = teams;
        this.clock = clock;
    }

    public Review hide(String id, Caller support, OptionalInt seen, String reason) {
        return persistently(
                () -> reviewing.read(id, support).seenIn(seen).hide(reason, clock.instant()),
                next -> keep(next, Kind.HIDDEN, support, Optional.of(reason)));
    }

    public Review restore(String id, Caller support, OptionalInt seen) {
        return persistently(
                () -> reviewing.read(id, support).seenIn(seen).restore(clock.instant()),
                next -> reviews.restore(next, new ReviewEvent(Kind.UPDATED, next, support.id(), Optional.empty())));
    }

    public Review reply(String id, Caller caller, OptionalInt seen, String body) {
        var now = clock.instant();
        var answer = Optional.of(new Reply(body, now));
        return persistently(
                () -> ours(id, caller).seenIn(seen).replied(answer, now),
                next -> keep(next, Kind.REPLIED, caller, Optional.empty()));
    }

    public void unreply(String id, Caller caller, OptionalInt seen) {
        persistently(
                () -> replied(ours(id, caller).seenIn(seen)).replied(Optional.empty(), clock.instant()),
                next -> keep(next, Kind.UPDATED, caller, Optional.empty()));
    }

    private static Review replied(Review review) {
        if (review.reply().isEmpty()) throw Failure.notFound("reply", review.id());
        return review;
    }

    private Review ours(String id, Caller caller) {
        var review = reviewing.read(id, caller);
        if (!teams.find(review.storeId()).map(team -> team.has(caller)).orElse(false)) throw Failure.forbidden();
        return review;
    }

    private void keep(Review next, Kind kind, Caller by, Optional<String> reason) {
        reviews.replace(next, new ReviewEvent(kind, next, by.id(), reason));
    }
}
