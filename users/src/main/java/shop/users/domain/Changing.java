package shop.users.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import shop.platform.Failure;
import shop.platform.Failure.Kind;

/** How people are read and changed: load, decide, keep; and once more when somebody else was faster. */
public final class Changing {

    /** What a person becomes, and what is told about it. */
    record Change(User next, List<UserEvent> events) {

        static Change of(User next, UserEvent... events) {
            return new Change(next, List.of(events));
        }

        static Change none(User before) {
            return of(before);
        }
    }

    private static final int TRIES = 50;

    private final Users users;
    private final AccountDirectory accounts;
    private final Seating seating;

    public Changing(Users users, AccountDirectory accounts, Seating seating) {
        this.users = users;
        this.accounts = accounts;
        this.seating = seating;
    }

    /** Somebody who registered a moment ago is known to auth only, and is kept from now on. */
    public Optional<User> find(String id) {
        if (!User.isId(id)) return Optional.empty();
        return users.find(id)
                .or(() -> accounts.ask(id).map(this::welcome))
                .filter(user -> user.status() != Status.DELETED);
    }

    public User read(String id) {
        return find(id).orElseThrow(() -> Failure.notFound("user", id));
    }

    /** May be repeated, and come late. */
    public User welcome(Account account) {
        return seating.add(User.registered(account));
    }

    User change(String id, Function<User, Change> decision) {
        return change(id, OptionalInt.empty(), decision);
    }

    /** A change of the version its maker has seen, where they say so; else of whatever is there. */
    User change(String id, OptionalInt seen, Function<User, Change> decision) {
        for (int left = seen.isPresent() ? 0 : TRIES; ; left--) {
            var before = read(id);
            if (seen.orElse(before.version()) != before.version()) throw Failure.stale(id);
            var change = decision.apply(before);
            if (change.next().version() == before.version()) return before;
            try {
                seating.replace(before, change.next(), change.events());
                return change.next();
            } catch (Failure failure) {
                if (failure.kind() != Kind.STALE || left == 0) throw failure;
            }
        }
    }
}
