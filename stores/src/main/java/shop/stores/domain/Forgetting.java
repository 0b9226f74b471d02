package shop.stores.domain;

import java.time.Clock;
import java.util.Optional;
import shop.stores.domain.StoreEvent.Kind;

/** Nobody's data is left when a person is erased: their stores close, and they work for none. */
public final class Forgetting {

    private static final String WHY = "the owner has left";

    private final Stores stores;
    private final Erased erased;
    private final Changing changing;
    private final Clock clock;

    public Forgetting(Stores stores, Erased erased, Changing changing, Clock clock) {
        this.stores = stores;
        this.erased = erased;
        this.changing = changing;
        this.clock = clock;
    }

    /** May be repeated. Noted first: of what is written at the same time, either this or its writer takes the person out. */
    public void forget(String userId) {
        erased.add(userId);
        for (var store : stores.touching(userId)) {
            changing.change(
                    store.id(), each -> each.ownerId().equals(userId) ? ownerLeaves(each) : staffLeaves(each, userId));
        }
    }

    /** For whoever has just written something about this person. */
    void forgetAgain(String userId) {
        if (erased.has(userId)) forget(userId);
    }

    private StoreEvent ownerLeaves(Store store) {
        var closes = store.status() != Status.CLOSED;
        var next =
                store.forgettingOwner(new Change(Status.CLOSED, Caller.SYSTEM.id(), clock.instant(), Optional.of(WHY)));
        return new StoreEvent(
                closes ? Kind.CLOSED : Kind.UPDATED,
                next,
                Caller.SYSTEM.id(),
                closes ? Optional.of(WHY) : Optional.empty());
    }

    private StoreEvent staffLeaves(Store store, String userId) {
        var next = store.forgettingStaff(userId, clock.instant());
        return new StoreEvent(Kind.STAFF_CHANGED, next, Caller.SYSTEM.id(), Optional.empty());
    }
}
