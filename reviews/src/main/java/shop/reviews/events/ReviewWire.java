package shop.reviews.events;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shop.platform.events.Fact;
import shop.reviews.domain.ReviewEvent;
import shop.reviews.domain.Summary;

/** How the events of reviews are called and look outside; changing anything here changes a file in compose/contracts. */
public final class ReviewWire {

    record Snapshot(
            String reviewId,
            String productId,
            String storeId,
            String authorId,
            int rating,
            String title,
            boolean verifiedPurchase,
            String status,
            String by,
            Optional<String> reason) {}

    record SummaryTold(
            String productId, double average, int count, int verifiedCount, Map<String, Integer> histogram) {}

    private ReviewWire() {}

    public static Fact fact(ReviewEvent event) {
        var review = event.review();
        var snapshot = new Snapshot(
                review.id(),
                review.productId(),
                review.storeId(),
                review.authorId(),
                review.text().rating(),
                review.text().title(),
                review.verifiedPurchase(),
                name(review.status()),
                event.by(),
                event.reason());
        return new Fact("reviews", "review." + name(event.kind()), snapshot);
    }

    public static Fact fact(Summary summary) {
        var histogram = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < 5; i++)
            histogram.put(Integer.toString(i + 1), summary.stars().get(i));
        var told =
                new SummaryTold(summary.id(), summary.average(), summary.count(), summary.verifiedCount(), histogram);
        return new Fact("reviews", "review.summary_changed", told);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
