package shop.orders.domain;

import java.util.List;

/**
 * Who may act for a store, as far as stores have told.
 *
 * @param sequence the version of the store this was true at
 */
public record Store(String id, String ownerId, List<String> staffIds, int sequence) {

    public Store {
        staffIds = List.copyOf(staffIds);
    }

    boolean employs(String userId) {
        return ownerId.equals(userId) || staffIds.contains(userId);
    }
}
