package shop.reviews.domain;

import java.time.Clock;
import java.util.Optional;
import shop.platform.Failure;

/** What readers do with what others wrote. */
public final class Judging {

    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Votes votes;
    private final Erased erased;
    private final Clock clock;

    public Judging(Reviews reviews, Reviewing reviewing, Votes votes, Erased erased, Clock clock) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.votes = votes;
        this.erased = erased;
        this.clock = clock;
    }

    public void vote(String id, Caller caller, Optional<Boolean> helpful) {
        if (reviewing.read(id, caller).writtenBy(caller)) {
            throw Failure.of(Failure.Kind.FORBIDDEN, "own_review", "nobody votes on their own review");
        }
        votes.cast(id, caller.id(), helpful);
        if (erased.has(caller.id())) votes.forget(caller.id());
        votes.recount(id);
    }

    public void report(String id, Caller caller, Report.Reason reason, Optional<String> detail) {
        reviewing.read(id, caller);
        reviews.report(id, new Report(caller.id(), reason, detail, clock.instant()));
        if (erased.has(caller.id())) reviews.forgetReports(caller.id());
    }
}
