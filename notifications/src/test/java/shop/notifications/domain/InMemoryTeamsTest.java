package shop.notifications.domain;

class InMemoryTeamsTest extends TeamsContract {

    private final Teams teams = new InMemoryTeams();

    @Override
    protected Teams teams() {
        return teams;
    }
}
