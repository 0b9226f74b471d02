package shop.stores.domain;

import java.util.Optional;

/** What the rest of the shop may learn about stores: each event tells how the whole store stands now. */
public record StoreEvent(Kind kind, Store store, String by, Optional<String> reason) {

    /** What happened. */
    public enum Kind {
        CREATED,
        UPDATED,
        PUBLISHED,
        DEACTIVATED,
        SUSPENDED,
        REINSTATED,
        CLOSED,
        STAFF_CHANGED
    }
}
