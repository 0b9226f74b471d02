package shop.reviews.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Teams without a database. */
public final class InMemoryTeams implements Teams {

    private final Map<String, Team> all = new ConcurrentHashMap<>();
    private final Function<String, Optional<Team>> stores;

    public InMemoryTeams(Function<String, Optional<Team>> stores) {
        this.stores = stores;
    }

    @Override
    public Optional<Team> find(String storeId) {
        return Optional.ofNullable(all.get(storeId)).or(() -> {
            var asked = stores.apply(storeId);
            asked.ifPresent(this::learn);
            return asked;
        });
    }

    @Override
    public void learn(Team team) {
        all.merge(team.id(), team, (before, next) -> next.sequence() > before.sequence() ? next : before);
    }
}
