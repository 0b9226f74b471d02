package shop.stores.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.platform.Id;
import shop.stores.domain.StoreEvent.Kind;

/** The use cases: load, decide, keep. */
public final class StoreKeeping {

    private final Stores stores;
    private final Clock clock;

    public StoreKeeping(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** Opens a draft. Without a slug one is made from the name, unlike every other. */
    public Store open(Caller caller, Profile profile, String currency, Optional<String> wanted) {
        var now = clock.instant();
        var id = Id.next("sto", now);
        var slug = wanted.map(Slug::checked).orElseGet(() -> free(Slug.from(profile.name()), id));
        var store = Store.open(id, slug, profile, currency, caller.id(), now);
        stores.add(store, new StoreEvent(Kind.CREATED, store, caller.id(), Optional.empty()));
        return store;
    }

    private String free(String slug, String id) {
        return stores.findBySlug(slug).isPresent() ? Slug.unique(slug, id) : slug;
    }

    /** A store that the caller may not see is as good as none. */
    public Store read(String idOrSlug, Caller caller) {
        var found = idOrSlug.contains("_") ? stores.find(idOrSlug) : stores.findBySlug(idOrSlug);
        return found.filter(store -> store.visibleTo(caller)).orElseThrow(() -> Failure.notFound("store", idOrSlug));
    }

    /** The latest changes of status, for the store's people and whoever sees everything. */
    public List<Change> history(String id, Caller caller) {
        var store = read(id, caller);
        if (!store.runBy(caller) && !caller.seesEverything()) throw Failure.forbidden();
        return store.history();
    }

    public Store edit(String id, Caller caller, int seen, String slug, Profile profile) {
        var store = run(id, caller);
        fresh(store, OptionalInt.of(seen));
        var next = store.edit(slug.equals(store.slug()) ? slug : Slug.checked(slug), profile, clock.instant());
        return keep(next, Kind.UPDATED, caller, Optional.empty());
    }

    public Store publish(String id, Caller caller, OptionalInt seen) {
        return move(fresh(run(id, caller), seen), Status.PUBLISHED, Kind.PUBLISHED, caller, Optional.empty());
    }

    public Store deactivate(String id, Caller caller, Optional<String> reason, OptionalInt seen) {
        return move(fresh(run(id, caller), seen), Status.DEACTIVATED, Kind.DEACTIVATED, caller, reason);
    }

    public Store suspend(String id, Caller admin, String reason, OptionalInt seen) {
        Texts.required("/reason", reason, 1_000);
        return move(fresh(read(id, admin), seen), Status.SUSPENDED, Kind.SUSPENDED, admin, Optional.of(reason));
    }

    public Store reinstate(String id, Caller admin, Optional<String> reason, OptionalInt seen) {
        var store = fresh(read(id, admin), seen);
        return keep(store.reinstated(admin.id(), clock.instant(), reason), Kind.REINSTATED, admin, reason);
    }

    public Store close(String id, Caller caller, OptionalInt seen) {
        return move(fresh(own(id, caller), seen), Status.CLOSED, Kind.CLOSED, caller, Optional.empty());
    }

    public Store hire(String id, Caller caller, String userId) {
        if (!userId.matches("[A-Za-z0-9_]{1,64}")) throw Failure.notFound("user", userId);
        return staff(id, caller, userId, true);
    }

    public Store dismiss(String id, Caller caller, String userId) {
        return staff(id, caller, userId, false);
    }

    private Store staff(String id, Caller caller, String userId, boolean wanted) {
        var store = own(id, caller);
        if (store.staffIds().contains(userId) == wanted) return store;
        var staff = new ArrayList<>(store.staffIds());
        if (wanted) staff.add(userId);
        else staff.remove(userId);
        return keep(store.withStaff(staff, clock.instant()), Kind.STAFF_CHANGED, caller, Optional.empty());
    }

    /** Nobody's data is left when a person is erased: their stores close, and they work for none. May be repeated. */
    public void forget(String userId) {
        for (var store : stores.touching(userId)) {
            if (store.staffIds().contains(userId)) dismiss(store.id(), Caller.SYSTEM, userId);
            if (store.ownerId().equals(userId)) forgetOwner(store.id());
        }
    }

    private void forgetOwner(String id) {
        var store = read(id, Caller.SYSTEM);
        var anonymous = store.profile().withoutPerson();
        if (!store.profile().equals(anonymous) && store.status() != Status.CLOSED) {
            store = keep(
                    store.edit(store.slug(), anonymous, clock.instant()),
                    Kind.UPDATED,
                    Caller.SYSTEM,
                    Optional.empty());
        }
        if (store.status() != Status.CLOSED) {
            move(store, Status.CLOSED, Kind.CLOSED, Caller.SYSTEM, Optional.of("the owner has left"));
        }
    }

    private Store move(Store store, Status status, Kind kind, Caller by, Optional<String> reason) {
        var change = new Change(status, by.id(), clock.instant(), reason);
        return keep(store.become(status, change), kind, by, reason);
    }

    private Store keep(Store next, Kind kind, Caller by, Optional<String> reason) {
        stores.replace(next, new StoreEvent(kind, next, by.id(), reason));
        return next;
    }

    private static Store fresh(Store store, OptionalInt seen) {
        if (seen.orElse(store.version()) != store.version()) throw Failure.stale(store.id());
        return store;
    }

    /** For owner, staff and admins. */
    private Store run(String id, Caller caller) {
        var store = read(id, caller);
        if (!store.runBy(caller) && !caller.admin()) throw Failure.forbidden();
        return store;
    }

    /** For the owner and admins. */
    private Store own(String id, Caller caller) {
        var store = read(id, caller);
        if (!store.ownedBy(caller) && !caller.admin()) throw Failure.forbidden();
        return store;
    }
}
