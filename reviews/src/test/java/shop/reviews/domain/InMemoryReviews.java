package shop.reviews.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import shop.platform.Failure;
import shop.platform.Page;

/** Reviews without a database. */
public final class InMemoryReviews implements Reviews {

    private static final Comparator<Review> BY_AGE = Comparator.comparing(Review::id);

    final List<ReviewEvent> told = new ArrayList<>();
    /** Products whose summary is due. */
    final Set<String> due = new TreeSet<>();

    private final Map<String, Review> all = new HashMap<>();
    private final Map<String, Set<String>> reporters = new HashMap<>();
    private final Set<String> moderated = new HashSet<>();

    @Override
    public synchronized Optional<Review> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Optional<Review> find(String productId, String authorId) {
        return those(review -> review.productId().equals(productId)
                        && review.authorId().equals(authorId)
                        && review.status() != Status.DELETED)
                .findFirst();
    }

    @Override
    public synchronized Page<Review> list(Query query, Page.Request page) {
        var wanted = those(review -> review.productId().equals(query.productId())
                && review.status() == Status.PUBLISHED
                && query.rating()
                        .map(rating -> rating == review.text().rating())
                        .orElse(true)
                && query.verified()
                        .map(verified -> verified == review.verifiedPurchase())
                        .orElse(true));
        return page(wanted.sorted(order(query.sort())).toList(), page);
    }

    private static Comparator<Review> order(Sort sort) {
        var byStars = Comparator.<Review>comparingInt(review -> review.text().rating())
                .thenComparing(BY_AGE);
        return switch (sort) {
            case NEWEST -> BY_AGE.reversed();
            case OLDEST -> BY_AGE;
            case HELPFUL ->
                Comparator.comparingInt(Review::helpfulCount)
                        .thenComparing(BY_AGE)
                        .reversed();
            case HIGHEST -> byStars.reversed();
            case LOWEST -> byStars;
        };
    }

    @Override
    public synchronized Page<Review> by(String authorId, Page.Request page) {
        var theirs = those(review -> review.authorId().equals(authorId) && review.status() != Status.DELETED);
        return page(theirs.sorted(BY_AGE.reversed()).toList(), page);
    }

    @Override
    public synchronized Page<Review> toModerate(Page.Request page) {
        var those = those(review -> moderated.contains(review.id()));
        return page(those.sorted(BY_AGE.reversed()).toList(), page);
    }

    @Override
    public synchronized void add(Review review, ReviewEvent event) {
        if (find(review.productId(), review.authorId()).isPresent()) {
            throw Failure.conflict("already_reviewed", "this person has reviewed the product already");
        }
        keep(review, event);
    }

    @Override
    public synchronized void replace(Review next, ReviewEvent event) {
        var before = all.get(next.id());
        if (before == null || before.version() != next.version() - 1) throw Failure.stale(next.id());
        keep(counting(next, next.version(), before.helpfulCount(), before.reportCount()), event);
        if (next.status() == Status.HIDDEN) moderated.add(next.id());
        if (next.status() == Status.DELETED) moderated.remove(next.id());
    }

    @Override
    public synchronized void restore(Review next, ReviewEvent event) {
        replace(next, event);
        moderated.remove(next.id());
    }

    @Override
    public synchronized void report(String id, Report report) {
        var review = all.get(id);
        if (review == null) return;
        if (!reporters.computeIfAbsent(id, _ -> new HashSet<>()).add(report.by())) return;
        all.put(id, counting(review, review.version(), review.helpfulCount(), review.reportCount() + 1));
        moderated.add(id);
    }

    /** There are no words kept here that could be forgotten. */
    @Override
    public void forgetReports(String userId) {}

    /** The sum of the votes, which moves the version when it is another one. */
    synchronized void helpful(String id, int count) {
        var review = all.get(id);
        if (review == null || review.helpfulCount() == count) return;
        all.put(id, counting(review, review.version() + 1, count, review.reportCount()));
    }

    synchronized Stream<Review> those(Predicate<Review> wanted) {
        return List.copyOf(all.values()).stream().filter(wanted);
    }

    private void keep(Review review, ReviewEvent event) {
        all.put(review.id(), review);
        due.add(review.productId());
        told.add(event);
    }

    /** A page ends at an id, where the next one goes on. */
    private static Page<Review> page(List<Review> all, Page.Request request) {
        var rest = request.after()
                .map(id -> all.stream().map(Review::id).toList().indexOf(id) + 1)
                .map(from -> all.subList(from, all.size()))
                .orElse(all);
        if (rest.size() <= request.limit()) return new Page<>(rest, Optional.empty());
        var shown = rest.subList(0, request.limit());
        return new Page<>(shown, Optional.of(shown.getLast().id()));
    }

    private static Review counting(Review review, int version, int helpful, int reports) {
        return new Review(
                review.id(),
                review.productId(),
                review.storeId(),
                review.authorId(),
                review.authorName(),
                review.text(),
                review.verifiedPurchase(),
                helpful,
                reports,
                review.reply(),
                review.status(),
                review.hiddenReason(),
                review.createdAt(),
                review.updatedAt(),
                version,
                review.edition());
    }
}
