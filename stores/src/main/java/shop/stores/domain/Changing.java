package shop.stores.domain;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import shop.platform.Failure;
import shop.platform.Failure.Kind;

/** The way every store is read and changed: load, decide, keep; and once more when somebody else was faster. */
public final class Changing {

    private static final int TRIES = 50;

    private final Stores stores;

    public Changing(Stores stores) {
        this.stores = stores;
    }

    /** A store that the caller may not see is as good as none. */
    public Store read(String idOrSlug, Caller caller) {
        var found = idOrSlug.contains("_") ? stores.find(idOrSlug) : stores.findBySlug(idOrSlug);
        return found.filter(store -> store.visibleTo(caller)).orElseThrow(() -> Failure.notFound("store", idOrSlug));
    }

    /** For owner, staff and admins. */
    Store run(String id, Caller caller) {
        var store = read(id, caller);
        if (!store.runBy(caller) && !caller.admin()) throw Failure.forbidden();
        return store;
    }

    /** For the owner and admins. */
    Store own(String id, Caller caller) {
        var store = read(id, caller);
        if (!store.ownedBy(caller) && !caller.admin()) throw Failure.forbidden();
        return store;
    }

    /** The shop's own change, of whatever version is there. */
    Store change(String id, Function<Store, StoreEvent> decision) {
        return change(OptionalInt.empty(), () -> read(id, Caller.SYSTEM), decision);
    }

    /**
     * A caller's change, of the version they have seen where they say so.
     *
     * @param decision what happens, and what the store is then; nothing happens when it is the same version
     */
    Store change(OptionalInt seen, Supplier<Store> reading, Function<Store, StoreEvent> decision) {
        for (int left = seen.isPresent() ? 0 : TRIES; ; left--) {
            var before = reading.get();
            if (seen.orElse(before.version()) != before.version()) throw Failure.stale(before.id());
            var event = decision.apply(before);
            if (event.store().version() == before.version()) return before;
            try {
                stores.replace(event.store(), event);
                return event.store();
            } catch (Failure failure) {
                if (failure.kind() != Kind.STALE || left == 0) throw failure;
            }
        }
    }
}
