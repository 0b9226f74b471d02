package shop.notifications.domain;

import java.util.Set;
import shop.notifications.domain.Teams.Team;

/** Finds who runs a store: among what is known here, else once with the store's own service. */
public final class TeamFinder {

    private final Teams teams;
    private final StoreDirectory directory;

    public TeamFinder(Teams teams, StoreDirectory directory) {
        this.teams = teams;
        this.directory = directory;
    }

    public void learn(Team team) {
        teams.learn(team);
    }

    /** Nobody, when there is no such store. */
    public Set<String> members(String storeId) {
        return teams.find(storeId)
                .or(() -> {
                    var asked = directory.ask(storeId);
                    asked.ifPresent(teams::learn);
                    return asked;
                })
                .map(Notifying::members)
                .orElse(Set.of());
    }
}
