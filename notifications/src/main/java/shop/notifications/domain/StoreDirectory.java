package shop.notifications.domain;

import java.util.Optional;
import shop.notifications.domain.Teams.Team;

/** Where to ask for a team that is not known here yet. */
@FunctionalInterface
public interface StoreDirectory {
    Optional<Team> ask(String storeId);
}
