package shop.reviews.domain;

import java.util.List;
import java.util.Optional;

/** Who runs a store, as far as it is known here. */
public interface Teams {

    /** The owner and the staff. */
    record Team(String id, String ownerId, List<String> staffIds, int sequence) {

        public Team {
            staffIds = List.copyOf(staffIds);
        }

        boolean has(Caller caller) {
            return ownerId.equals(caller.id()) || staffIds.contains(caller.id());
        }
    }

    /** Asks the store's own service once, when it is not known here. */
    Optional<Team> find(String storeId);

    /** Learns how a team stands; older news (a lower sequence) changes nothing. */
    void learn(Team team);
}
