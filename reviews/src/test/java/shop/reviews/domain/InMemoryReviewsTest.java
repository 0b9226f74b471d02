package shop.reviews.domain;

class InMemoryReviewsTest extends ReviewsContract {

    private final InMemoryReviews reviews = new InMemoryReviews();

    @Override
    protected Reviews reviews() {
        return reviews;
    }

    @Override
    protected int told() {
        return reviews.told.size();
    }
}
