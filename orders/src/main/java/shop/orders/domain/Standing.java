package shop.orders.domain;

import java.util.Set;
import shop.platform.Failure;

/**
 * What a caller is to one order.
 *
 * @param stores those of the order's stores the caller owns or works for
 */
public record Standing(Caller caller, boolean customer, Set<String> stores) {

    public Standing {
        stores = Set.copyOf(stores);
    }

    /** An order that a caller may not see is as good as none. */
    boolean sees() {
        return seesAll() || !stores.isEmpty();
    }

    boolean seesAll() {
        return customer || caller.readsAll();
    }

    boolean sellsFor(String storeId) {
        return caller.admin() || stores.contains(storeId);
    }

    /** Whole orders are decided by those who sell all of it: no store decides for another. */
    boolean sellsAll(Order order) {
        return caller.admin() || stores.containsAll(order.storeIds());
    }

    /** The stores of the order the caller speaks for. */
    Set<String> speaksFor(Order order) {
        return caller.admin() ? Set.copyOf(order.storeIds()) : stores;
    }

    String by() {
        return caller.id();
    }

    static void must(boolean allowed) {
        if (!allowed) throw Failure.forbidden();
    }
}
