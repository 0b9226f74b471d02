package shop.reviews.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Summaries without a database, of reviews that have none either. */
public final class InMemorySummaries implements Summaries {

    final List<Summary> told = new ArrayList<>();
    private final InMemoryReviews reviews;
    private final Map<String, Summary> all = new HashMap<>();

    public InMemorySummaries(InMemoryReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public synchronized Summary find(String productId) {
        return all.getOrDefault(productId, Summary.none(productId));
    }

    @Override
    public synchronized List<String> due(String after, int limit) {
        return new TreeSet<>(reviews.due)
                .tailSet(after, false).stream().limit(limit).toList();
    }

    @Override
    public synchronized void recount(String productId) {
        var stars = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        var published = reviews.those(
                        review -> review.productId().equals(productId) && review.status() == Status.PUBLISHED)
                .toList();
        for (var review : published)
            stars.set(review.text().rating() - 1, stars.get(review.text().rating() - 1) + 1);
        var verified = (int) published.stream().filter(Review::verifiedPurchase).count();
        var before = find(productId);
        var now = new Summary(productId, stars, verified, before.version() + 1);
        if (!now.sameAs(before)) told.add(now);
        all.put(productId, now);
        reviews.due.remove(productId);
    }
}
