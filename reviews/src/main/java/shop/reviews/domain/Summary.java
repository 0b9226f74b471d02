package shop.reviews.domain;

import java.util.List;

/**
 * What all published reviews of a product come to.
 *
 * @param stars how many reviews with 1, 2, 3, 4 and 5 stars
 */
public record Summary(String id, List<Integer> stars, int verifiedCount, int version) {

    public Summary {
        stars = List.copyOf(stars);
    }

    public static Summary none(String productId) {
        return new Summary(productId, List.of(0, 0, 0, 0, 0), 0, 0);
    }

    public int count() {
        return stars.stream().mapToInt(Integer::intValue).sum();
    }

    /** To two decimals; 0 where there is none. */
    public double average() {
        var sum = 0;
        for (int i = 0; i < stars.size(); i++) sum += (i + 1) * stars.get(i);
        return count() == 0 ? 0 : Math.round(100.0 * sum / count()) / 100.0;
    }

    /** Whether it says the same, in whatever version. */
    public boolean sameAs(Summary other) {
        return stars.equals(other.stars) && verifiedCount == other.verifiedCount;
    }
}
