package shop.reviews.domain;

class InMemorySummariesTest extends SummariesContract {

    private final InMemoryReviews reviews = new InMemoryReviews();
    private final InMemorySummaries summaries = new InMemorySummaries(reviews);

    @Override
    protected Summaries summaries() {
        return summaries;
    }

    @Override
    protected Reviews reviews() {
        return reviews;
    }

    @Override
    protected int told() {
        return summaries.told.size();
    }
}
