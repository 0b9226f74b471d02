package shop.stores.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Page;
import shop.stores.domain.StoreEvent.Kind;

/** Opens stores, changes what they say, and moves them from status to status. */
public final class StoreKeeping {

    private static final Optional<String> NO_REASON = Optional.empty();

    private final Stores stores;
    private final Changing changing;
    private final Forgetting forgetting;
    private final Clock clock;

    public StoreKeeping(Stores stores, Changing changing, Forgetting forgetting, Clock clock) {
        this.stores = stores;
        this.changing = changing;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** Opens a draft. Without a slug one is made from the name, unlike every other. */
    public Store open(Caller caller, Profile profile, String currency, Optional<String> wanted) {
        var now = clock.instant();
        var id = Id.next("sto", now);
        var slug = wanted.map(Slug::checked).orElseGet(() -> Slug.from(profile.name()));
        var store = Store.open(id, slug, profile, currency, caller.id(), now);
        try {
            add(store);
        } catch (Failure failure) {
            if (wanted.isPresent() || !failure.code().equals(Stores.SLUG_TAKEN)) throw failure;
            store = Store.open(id, Slug.unique(slug, id), profile, currency, caller.id(), now);
            add(store);
        }
        forgetting.forgetAgain(caller.id());
        return store;
    }

    private void add(Store store) {
        stores.add(store, new StoreEvent(Kind.CREATED, store, store.ownerId(), NO_REASON));
    }

    /** The latest changes of status, the newest first, for the store's people and whoever sees everything. */
    public Page<Change> history(String id, Caller caller, Page.Request page) {
        var store = changing.read(id, caller);
        if (!store.runBy(caller) && !caller.seesEverything()) throw Failure.forbidden();
        return store.past().page(page);
    }

    public Store edit(String id, Caller caller, int seen, String slug, Profile profile) {
        return changing.change(OptionalInt.of(seen), () -> changing.run(id, caller), store -> {
            var next = store.edit(slug.equals(store.slug()) ? slug : Slug.checked(slug), profile, clock.instant());
            return new StoreEvent(Kind.UPDATED, next, caller.id(), NO_REASON);
        });
    }

    public Store publish(String id, Caller caller, OptionalInt seen) {
        return changing.change(
                seen, () -> changing.run(id, caller), move(Status.PUBLISHED, Kind.PUBLISHED, caller, NO_REASON));
    }

    public Store deactivate(String id, Caller caller, Optional<String> reason, OptionalInt seen) {
        return changing.change(
                seen, () -> changing.run(id, caller), move(Status.DEACTIVATED, Kind.DEACTIVATED, caller, reason));
    }

    public Store suspend(String id, Caller admin, String reason, OptionalInt seen) {
        Texts.required("/reason", reason, 1_000);
        return changing.change(
                seen,
                () -> changing.read(id, admin),
                move(Status.SUSPENDED, Kind.SUSPENDED, admin, Optional.of(reason)));
    }

    public Store reinstate(String id, Caller admin, Optional<String> reason, OptionalInt seen) {
        return changing.change(
                seen,
                () -> changing.read(id, admin),
                store -> new StoreEvent(
                        Kind.REINSTATED, store.reinstated(admin.id(), clock.instant(), reason), admin.id(), reason));
    }

    public Store close(String id, Caller caller, OptionalInt seen) {
        return changing.change(
                seen, () -> changing.own(id, caller), move(Status.CLOSED, Kind.CLOSED, caller, NO_REASON));
    }

    private Function<Store, StoreEvent> move(Status status, Kind kind, Caller by, Optional<String> reason) {
        return store -> new StoreEvent(
                kind, store.become(status, new Change(status, by.id(), clock.instant(), reason)), by.id(), reason);
    }
}
