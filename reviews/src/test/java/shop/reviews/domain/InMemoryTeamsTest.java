package shop.reviews.domain;

class InMemoryTeamsTest extends TeamsContract {

    private final Teams teams = new InMemoryTeams(stores);

    @Override
    protected Teams teams() {
        return teams;
    }
}
