package shop.users.domain;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.Page;
import shop.users.domain.UserEvent.Disabled;
import shop.users.domain.UserEvent.Enabled;
import shop.users.domain.UserEvent.RolesChanged;

/**
 * What admins do with others. Who stops being an admin leaves the roster first, and who becomes one joins it last, so
 * that a crash in between never counts an admin who is none.
 */
public final class Administering {

    private static final int RECOUNTED = 100;

    private final Users users;
    private final Profiles profiles;
    private final Admins admins;
    private final Clock clock;

    public Administering(Users users, Profiles profiles, Admins admins, Clock clock) {
        this.users = users;
        this.profiles = profiles;
        this.admins = admins;
        this.clock = clock;
    }

    public User assign(String id, Set<Role> roles, String by, OptionalInt seen) {
        var user = fresh(id, seen);
        var next = user.withRoles(roles, clock.instant());
        if (next.roles().equals(user.roles())) return user;
        change(user, next, new RolesChanged(id, labels(next), labels(user), by));
        return next;
    }

    public User setStatus(String id, Status status, String by, OptionalInt seen) {
        var user = fresh(id, seen);
        if (user.status() == status) return user;
        var next = user.withStatus(status, clock.instant());
        change(user, next, status == Status.ACTIVE ? new Enabled(id, by) : new Disabled(id, by));
        return next;
    }

    private void change(User before, User next, UserEvent event) {
        var leaves = before.isAdmin() && !next.isAdmin();
        if (leaves && !admins.leave(before.id())) throw Profiles.lastAdmin();
        users.replace(next, event);
        if (next.isAdmin()) admins.join(next.id());
    }

    /** Puts those back on the roster whom a crash left out. */
    public void recount() {
        var all = new Users.Query(Optional.empty(), Optional.of(Role.ADMIN), Optional.of(Status.ACTIVE));
        for (var admin : users.list(all, Page.Request.first(RECOUNTED)).items()) admins.join(admin.id());
    }

    private User fresh(String id, OptionalInt seen) {
        var user = profiles.read(id);
        if (seen.orElse(user.version()) != user.version()) throw Failure.stale(id);
        return user;
    }

    private static List<String> labels(User user) {
        return user.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::label)
                .toList();
    }
}
