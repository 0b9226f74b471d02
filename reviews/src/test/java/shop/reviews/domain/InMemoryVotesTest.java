package shop.reviews.domain;

class InMemoryVotesTest extends VotesContract {

    private final InMemoryReviews reviews = new InMemoryReviews();
    private final Votes votes = new InMemoryVotes(reviews);

    @Override
    protected Votes votes() {
        return votes;
    }

    @Override
    protected Reviews reviews() {
        return reviews;
    }
}
