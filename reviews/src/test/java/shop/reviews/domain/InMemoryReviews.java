package shop.reviews.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import shop.platform.Failure;
import shop.platform.Page;

/** Reviews in memory, for rules that are about one or two of them: lists are short and in no order. */
final class InMemoryReviews implements Reviews {

    final List<ReviewEvent> told = new ArrayList<>();
    private final Map<String, Review> all = new ConcurrentHashMap<>();

    @Override
    public Optional<Review> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<Review> find(String productId, String authorId) {
        return those(review -> review.productId().equals(productId)
                        && review.authorId().equals(authorId))
                .items()
                .stream()
                .findFirst();
    }

    @Override
    public Page<Review> list(Query query, Page.Request page) {
        return those(review -> review.productId().equals(query.productId()));
    }

    @Override
    public Page<Review> by(String authorId, Page.Request page) {
        return those(review -> review.authorId().equals(authorId));
    }

    @Override
    public Page<Review> toModerate(Page.Request page) {
        return those(review -> review.status() == Status.HIDDEN);
    }

    private Page<Review> those(Predicate<Review> wanted) {
        return new Page<>(all.values().stream().filter(wanted).toList(), Optional.empty());
    }

    @Override
    public void add(Review review, ReviewEvent event) {
        all.put(review.id(), review);
        told.add(event);
    }

    @Override
    public void replace(Review next, ReviewEvent event) {
        var before = all.get(next.id());
        if (before == null || before.version() != next.version() - 1) throw Failure.stale(next.id());
        all.put(next.id(), next);
        told.add(event);
    }

    @Override
    public void restore(Review next, ReviewEvent event) {
        replace(next, event);
    }

    @Override
    public void report(String id, Report report) {
        throw new UnsupportedOperationException("no rule needs it yet");
    }

    @Override
    public void forgetReports(String userId) {
        throw new UnsupportedOperationException("no rule needs it yet");
    }
}
