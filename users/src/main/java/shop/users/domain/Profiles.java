package shop.users.domain;

import java.time.Clock;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.Page;
import shop.users.domain.Changing.Change;
import shop.users.domain.UserEvent.Deleted;
import shop.users.domain.UserEvent.ProfileUpdated;

/** What people do with their own profile: load, decide, keep. */
public final class Profiles {

    private final Changing changing;
    private final Clock clock;

    public Profiles(Changing changing, Clock clock) {
        this.changing = changing;
        this.clock = clock;
    }

    /** May be repeated; whoever has left since stays gone. */
    public void verified(String id, String email) {
        if (changing.find(id).isEmpty()) return;
        changing.change(
                id,
                user -> user.emailVerified() || !user.email().equals(email)
                        ? Change.none(user)
                        : Change.of(user.verified(clock.instant())));
    }

    public User edit(String id, int seen, Profile profile, boolean marketing) {
        var told = new ProfileUpdated(id, profile.displayName(), profile.locale(), marketing);
        return changing.change(
                id, OptionalInt.of(seen), user -> Change.of(user.edit(profile, marketing, clock.instant()), told));
    }

    public Page<Entry> addresses(String id, Page.Request page) {
        return changing.read(id).book().page(page);
    }

    public Entry addAddress(String id, Entry.Draft draft) {
        var now = clock.instant();
        var addressId = Id.next("adr", now);
        var next = changing.change(id, user -> Change.of(user.with(user.book().add(draft.entry(addressId)), now)));
        return address(next, addressId);
    }

    public Entry address(String id, String addressId) {
        return address(changing.read(id), addressId);
    }

    private static Entry address(User user, String addressId) {
        return user.book().find(addressId).orElseThrow(() -> Failure.notFound("address", addressId));
    }

    public Entry changeAddress(String id, String addressId, int seen, Entry.Draft draft) {
        var next = changing.change(id, user -> {
            var entry = seenAs(OptionalInt.of(seen), address(user, addressId));
            return Change.of(user.with(user.book().put(entry.as(draft)), clock.instant()));
        });
        return address(next, addressId);
    }

    public void removeAddress(String id, String addressId, OptionalInt seen) {
        changing.change(id, user -> {
            var entry = seenAs(seen, address(user, addressId));
            return Change.of(user.with(user.book().remove(entry), clock.instant()));
        });
    }

    private static Entry seenAs(OptionalInt seen, Entry entry) {
        if (seen.orElse(entry.version()) != entry.version()) throw Failure.stale(entry.id());
        return entry;
    }

    /** Nothing of the person is left here at once; the event makes every other service forget too. */
    public void erase(String id) {
        changing.change(id, user -> {
            var gone = new Deleted(
                    id,
                    user.email(),
                    user.profile().displayName(),
                    user.profile().locale());
            return Change.of(user.erased(clock.instant()), gone);
        });
    }
}
