package shop.stores.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.Optional;
import shop.stores.domain.StoreEvent.Kind;

/** Valid stores for tests; change only what the test is about. */
public final class StoreFixture {

    private StoreFixture() {}

    public static Store aStore() {
        return aStore("sto_1", "tea-house", "ann");
    }

    public static Store aStore(String id, String slug, String owner) {
        return Store.open(id, slug, profile("Tea House"), "EUR", owner, NOON);
    }

    public static Store called(String name) {
        return Store.open("sto_1", "tea-house", profile(name), "EUR", "ann", NOON);
    }

    public static Profile profile(String name) {
        return new Profile(name, "Tea and more", "tea@example.com", "DE", Optional.empty(), Optional.empty());
    }

    public static Store published(Store store) {
        return moved(store, Status.PUBLISHED);
    }

    public static Store moved(Store store, Status status) {
        return store.become(status, new Change(status, "ann", NOON.plusSeconds(60), Optional.empty()));
    }

    public static Store staffed(Store store, String... staff) {
        var staffed = store;
        for (var each : staff) staffed = staffed.hiring(each, NOON.plusSeconds(60));
        return staffed;
    }

    public static StoreEvent event(Kind kind, Store store) {
        return new StoreEvent(kind, store, "ann", Optional.empty());
    }
}
