package shop.products.domain;

import java.util.List;

/**
 * What products needs to know of a store.
 *
 * @param sequence the store's version this comes from: an older one is old news
 */
public record Store(
        String id, StoreStatus status, String ownerId, List<String> staffIds, String currency, int sequence) {

    public Store {
        staffIds = List.copyOf(staffIds);
    }

    public boolean published() {
        return status == StoreStatus.PUBLISHED;
    }

    /** Whether the caller works there; an administrator works everywhere. */
    boolean employs(Caller caller) {
        return caller.changesAll() || ownerId.equals(caller.id()) || staffIds.contains(caller.id());
    }

    /** Whether the caller may look behind the shop window. */
    boolean opensTo(Caller caller) {
        return caller.seesAll() || employs(caller);
    }
}
