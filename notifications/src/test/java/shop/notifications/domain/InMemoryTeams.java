package shop.notifications.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Teams without a database. */
public final class InMemoryTeams implements Teams {

    private final Map<String, Team> teams = new ConcurrentHashMap<>();

    @Override
    public Optional<Team> find(String storeId) {
        return Optional.ofNullable(teams.get(storeId));
    }

    @Override
    public void learn(Team team) {
        teams.merge(team.id(), team, (before, next) -> next.sequence() > before.sequence() ? next : before);
    }

    @Override
    public void forget(String userId) {
        teams.replaceAll((id, team) -> new Team(
                id,
                team.ownerId(),
                team.staffIds().stream().filter(staff -> !staff.equals(userId)).toList(),
                team.sequence()));
    }
}
