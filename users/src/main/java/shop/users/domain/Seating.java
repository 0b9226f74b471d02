package shop.users.domain;

import java.util.List;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Failure.Kind;
import shop.platform.Page;

/**
 * Keeps what people become, and never leaves the shop without an admin. Who stops being one is no longer counted first,
 * and who becomes one is counted last: whatever crashes in between, nobody is counted who is none.
 */
public final class Seating {

    private static final int AT_ONCE = 100;
    private static final Users.Query ALL =
            new Users.Query(Optional.empty(), Optional.of(Role.ADMIN), Optional.of(Status.ACTIVE));

    private final Users users;
    private final Admins admins;

    public Seating(Users users, Admins admins) {
        this.users = users;
        this.admins = admins;
    }

    /** The person as they are kept, whoever was there first. May be repeated, and come late. */
    User add(User user) {
        users.add(user);
        var kept = users.find(user.id()).orElse(user);
        seat(kept);
        return kept;
    }

    void replace(User before, User next, List<UserEvent> events) {
        var leaves = before.isAdmin() && !next.isAdmin();
        if (leaves && !admins.leave(before.id(), before.version())) {
            throw Failure.conflict("last_admin", "somebody has to remain an admin");
        }
        try {
            users.replace(next, events);
        } catch (Failure failure) {
            if (leaves && failure.kind() == Kind.STALE) users.find(before.id()).ifPresent(this::seat);
            throw failure;
        }
        seat(next);
    }

    private boolean seat(User user) {
        return !user.isAdmin() || admins.join(user.id(), user.version());
    }

    /** Counts those again whom a crash left out. */
    public void recount() {
        var page = users.list(ALL, Page.Request.first(AT_ONCE));
        page.items().forEach(this::recount);
        while (page.next().isPresent()) {
            page = users.list(ALL, new Page.Request(AT_ONCE, page.next()));
            page.items().forEach(this::recount);
        }
    }

    /** Who has left at this very version died on the way, or is on it still: another version stops them there. */
    private void recount(User admin) {
        if (seat(admin)) return;
        try {
            replace(admin, admin.renewed(), List.of());
        } catch (Failure failure) {
            if (failure.kind() != Kind.STALE) throw failure; // they were on the way, and have arrived
        }
    }
}
