package shop.stores.events;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shop.platform.events.Fact;
import shop.stores.domain.Store;
import shop.stores.domain.StoreEvent;

/** How store events are called and look outside; changing anything here changes a file in compose/contracts. */
public final class StoreWire {

    /** A store as its siblings know it. */
    record Snapshot(
            String storeId,
            String slug,
            String name,
            String ownerId,
            List<String> staffIds,
            String status,
            String currency,
            String country,
            Optional<String> contactEmail,
            String by,
            Optional<String> reason) {}

    private StoreWire() {}

    public static Fact fact(StoreEvent event) {
        return new Fact("stores", "store." + name(event.kind()), snapshot(event.store(), event.by(), event.reason()));
    }

    private static Snapshot snapshot(Store store, String by, Optional<String> reason) {
        var profile = store.profile();
        return new Snapshot(
                store.id(),
                store.slug(),
                profile.name(),
                store.ownerId(),
                store.staffIds(),
                name(store.status()),
                store.currency(),
                profile.country(),
                profile.contact(),
                by,
                reason);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
