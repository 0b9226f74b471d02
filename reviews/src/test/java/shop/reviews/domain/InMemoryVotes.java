package shop.reviews.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Votes without a database, counted into reviews that have none either. */
public final class InMemoryVotes implements Votes {

    private record Vote(String reviewId, String voter) {}

    private final InMemoryReviews reviews;
    private final Map<Vote, Boolean> all = new HashMap<>();
    private final TreeSet<String> due = new TreeSet<>();

    public InMemoryVotes(InMemoryReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public synchronized void cast(String reviewId, String voter, Optional<Boolean> helpful) {
        var vote = new Vote(reviewId, voter);
        helpful.ifPresentOrElse(choice -> all.put(vote, choice), () -> all.remove(vote));
        due.add(reviewId);
    }

    @Override
    public synchronized void forget(String voter) {
        all.keySet().removeIf(vote -> vote.voter().equals(voter) && due(vote));
    }

    private boolean due(Vote vote) {
        due.add(vote.reviewId());
        return true;
    }

    @Override
    public synchronized List<String> due(String after, int limit) {
        return due.tailSet(after, false).stream().limit(limit).toList();
    }

    @Override
    public synchronized void recount(String id) {
        var helpful = all.entrySet().stream()
                .filter(each -> each.getKey().reviewId().equals(id) && each.getValue())
                .count();
        reviews.helpful(id, (int) helpful);
        due.remove(id);
    }
}
