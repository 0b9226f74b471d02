package shop.auth.domain;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.Standing.Heard;
import shop.platform.Id;

/** What accounts become when users says something about a person. Older news than known are no news. */
public final class Following {

    private final Changing changing;

    public Following(Changing changing) {
        this.changing = changing;
    }

    /** Who loses a role keeps the sessions, but not the access tokens that say otherwise. */
    public void roles(String id, Set<Role> roles, int sequence) {
        changing.change(id, when(heard -> sequence > heard.roles(), before -> {
            var everybodys =
                    Stream.concat(roles.stream(), Stream.of(Role.CUSTOMER)).collect(Collectors.toSet());
            var next = before.with(before.standing().with(everybodys, sequence));
            return Change.of(everybodys.containsAll(before.roles()) ? next : retokened(next));
        }));
    }

    private Account retokened(Account account) {
        var now = changing.clock().instant();
        return account.withSessions(session -> session.renamed(Id.next("ses", now)));
    }

    public void disabled(String id, int sequence) {
        changing.change(id, when(heard -> sequence > heard.status(), before -> {
            var ending = LoggingOut.ending(before, _ -> true, Reason.ACCOUNT_DISABLED);
            var standing = before.standing().with(Status.DISABLED, sequence);
            return new Change(ending.next().with(standing), ending.events());
        }));
    }

    public void enabled(String id, int sequence) {
        changing.change(
                id,
                when(
                        heard -> sequence > heard.status(),
                        before -> Change.of(before.with(before.standing().with(Status.ACTIVE, sequence)))));
    }

    public void called(String id, String displayName, int sequence) {
        changing.change(id, when(heard -> sequence > heard.profile(), before -> {
            var profile = before.profile().called(DisplayName.lenient(displayName, before.displayName()));
            return Change.of(before.with(profile).with(before.standing().withProfile(sequence)));
        }));
    }

    /** There is no way back, so no later news either. */
    public void deleted(String id) {
        changing.change(id, when(_ -> true, before -> {
            var ending = LoggingOut.ending(before, _ -> true, Reason.ACCOUNT_DELETED);
            return new Change(before.forgotten(), ending.events());
        }));
    }

    /** Forgets sessions that have expired, a batch at a time. */
    public void tidy(Accounts accounts, int batch) {
        var now = changing.clock().instant();
        for (var account : accounts.withExpiredSessions(now, batch)) {
            changing.change(
                    account.id(), before -> Optional.of(Change.of(before.without(session -> !session.alive(now)))));
        }
    }

    private static Function<Account, Optional<Change>> when(
            Predicate<Heard> fresh, Function<Account, Change> decision) {
        return before -> before.status() == Status.DELETED
                        || !fresh.test(before.standing().heard())
                ? Optional.empty()
                : Optional.of(decision.apply(before));
    }
}
