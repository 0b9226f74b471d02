package shop.notifications.clients;

import java.util.List;
import java.util.Optional;
import shop.notifications.domain.StoreDirectory;
import shop.notifications.domain.Teams.Team;
import shop.platform.clients.Sibling;

/** Asks stores who runs a store. */
public final class StoresClient implements StoreDirectory {

    private record StoreAnswer(String id, String ownerId, Optional<List<String>> staffIds, int version) {}

    private final Sibling stores;

    public StoresClient(Sibling stores) {
        this.stores = stores;
    }

    @Override
    public Optional<Team> ask(String storeId) {
        return stores.get("/stores/" + storeId)
                .find(StoreAnswer.class)
                .map(store ->
                        new Team(store.id(), store.ownerId(), store.staffIds().orElse(List.of()), store.version()));
    }
}
