package shop.users.domain;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import shop.users.domain.Changing.Change;
import shop.users.domain.UserEvent.Disabled;
import shop.users.domain.UserEvent.Enabled;
import shop.users.domain.UserEvent.RolesChanged;

/** What admins do with others: load, decide, keep. */
public final class Administering {

    private final Changing changing;
    private final Clock clock;

    public Administering(Changing changing, Clock clock) {
        this.changing = changing;
        this.clock = clock;
    }

    public User assign(String id, Set<Role> roles, String by, OptionalInt seen) {
        return changing.change(id, seen, user -> {
            var next = user.withRoles(roles, clock.instant());
            return next.roles().equals(user.roles())
                    ? Change.none(user)
                    : Change.of(next, new RolesChanged(id, labels(next), labels(user), by));
        });
    }

    public User setStatus(String id, Status status, String by, OptionalInt seen) {
        return changing.change(id, seen, user -> {
            if (user.status() == status) return Change.none(user);
            var told = status == Status.ACTIVE ? new Enabled(id, by) : new Disabled(id, by);
            return Change.of(user.withStatus(status, clock.instant()), told);
        });
    }

    private static List<String> labels(User user) {
        return user.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::label)
                .toList();
    }
}
