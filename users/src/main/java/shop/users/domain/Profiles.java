package shop.users.domain;

import java.time.Clock;
import java.util.OptionalInt;
import shop.platform.Failure;
import shop.platform.Id;
import shop.users.domain.UserEvent.Deleted;
import shop.users.domain.UserEvent.ProfileUpdated;

/** What people do with their own profile: load, decide, keep. */
public final class Profiles {

    private final Users users;
    private final AccountDirectory accounts;
    private final Admins admins;
    private final Clock clock;

    public Profiles(Users users, AccountDirectory accounts, Admins admins, Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.admins = admins;
        this.clock = clock;
    }

    /** Somebody who registered a moment ago is known to auth only, and is kept from now on. */
    public User read(String id) {
        return users.find(id)
                .or(() -> accounts.ask(id).map(this::welcome))
                .filter(user -> user.status() != Status.DELETED)
                .orElseThrow(() -> Failure.notFound("user", id));
    }

    /** May be repeated. */
    public User welcome(Account account) {
        var user = User.registered(account);
        users.add(user);
        if (user.isAdmin()) admins.join(user.id());
        return users.find(user.id()).orElse(user);
    }

    /** May be repeated. */
    public void verified(String id, String email) {
        var user = read(id);
        if (!user.emailVerified() && user.email().equals(email)) users.replace(user.verified(clock.instant()));
    }

    public User edit(String id, int seen, Profile profile, boolean marketing) {
        var user = fresh(read(id), seen);
        var next = user.edit(profile, marketing, clock.instant());
        users.replace(next, new ProfileUpdated(id, profile.displayName(), profile.locale(), marketing));
        return next;
    }

    public Entry addAddress(String id, Entry wanted) {
        var now = clock.instant();
        var addressId = Id.next("adr", now);
        var entry = new Entry(
                addressId, wanted.label(), wanted.address(), wanted.defaultShipping(), wanted.defaultBilling(), 1);
        var next = read(id).withAddress(entry, now);
        users.replace(next);
        return address(next, addressId);
    }

    public Entry address(String id, String addressId) {
        return address(read(id), addressId);
    }

    private static Entry address(User user, String addressId) {
        return user.address(addressId).orElseThrow(() -> Failure.notFound("address", addressId));
    }

    public Entry changeAddress(String id, String addressId, int seen, Entry wanted) {
        var user = read(id);
        var entry = address(user, addressId);
        if (entry.version() != seen) throw Failure.stale(addressId);
        var next = entry.next(wanted);
        users.replace(user.replaceAddress(next, clock.instant()));
        return next;
    }

    public void removeAddress(String id, String addressId, OptionalInt seen) {
        var user = read(id);
        var entry = address(user, addressId);
        if (seen.orElse(entry.version()) != entry.version()) throw Failure.stale(addressId);
        users.replace(user.withoutAddress(addressId, clock.instant()));
    }

    /** Nothing of the person is left here at once; the event makes every other service forget too. */
    public void erase(String id) {
        var user = read(id);
        if (user.isAdmin() && !admins.leave(id)) throw lastAdmin();
        var gone = new Deleted(
                id, user.email(), user.profile().displayName(), user.profile().locale());
        users.replace(user.erased(clock.instant()), gone);
    }

    static Failure lastAdmin() {
        return Failure.conflict("last_admin", "somebody has to remain an admin");
    }

    private static User fresh(User user, int seen) {
        if (user.version() != seen) throw Failure.stale(user.id());
        return user;
    }
}
