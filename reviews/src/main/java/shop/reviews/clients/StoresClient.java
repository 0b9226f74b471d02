package shop.reviews.clients;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shop.platform.clients.Sibling;
import shop.reviews.domain.Teams.Team;

/** Asks stores who runs a store. */
public final class StoresClient implements Function<String, Optional<Team>> {

    private record Found(String id, String ownerId, Optional<List<String>> staffIds, int version) {}

    private final Sibling stores;

    public StoresClient(Sibling stores) {
        this.stores = stores;
    }

    @Override
    public Optional<Team> apply(String storeId) {
        return stores.get("/stores/" + storeId)
                .find(Found.class)
                .map(found ->
                        new Team(found.id(), found.ownerId(), found.staffIds().orElse(List.of()), found.version()));
    }
}
