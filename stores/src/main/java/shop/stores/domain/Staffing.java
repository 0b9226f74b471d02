package shop.stores.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.stores.domain.StoreEvent.Kind;

/** Who works in a store. */
public final class Staffing {

    private final Changing changing;
    private final People people;
    private final Forgetting forgetting;
    private final Clock clock;

    public Staffing(Changing changing, People people, Forgetting forgetting, Clock clock) {
        this.changing = changing;
        this.people = people;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** Nothing happens when they work there, or own it. */
    public Store hire(String id, Caller caller, String userId) {
        changing.own(id, caller); // who may not hire learns nothing about people
        if (!userId.matches("[A-Za-z0-9_]{1,64}") || !people.has(userId)) throw Failure.notFound("user", userId);
        var store = staff(id, caller, userId, true);
        forgetting.forgetAgain(userId);
        return store;
    }

    /** Nothing happens when they do not work there. */
    public Store dismiss(String id, Caller caller, String userId) {
        return staff(id, caller, userId, false);
    }

    private Store staff(String id, Caller caller, String userId, boolean wanted) {
        return changing.change(OptionalInt.empty(), () -> changing.own(id, caller), store -> {
            var there = store.staffIds().contains(userId)
                    || (wanted && store.ownerId().equals(userId));
            if (there == wanted) return staffChanged(store, caller);
            var now = clock.instant();
            return staffChanged(wanted ? store.hiring(userId, now) : store.dismissing(userId, now), caller);
        });
    }

    private static StoreEvent staffChanged(Store store, Caller by) {
        return new StoreEvent(Kind.STAFF_CHANGED, store, by.id(), Optional.empty());
    }
}
