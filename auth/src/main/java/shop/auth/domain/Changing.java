package shop.auth.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import shop.platform.Failure;

/** How every change of an account is made: decided on what is there now, as often as somebody else was faster. */
public final class Changing {

    private static final int TRIES = 50;

    /** What an account becomes, and what is told about it. */
    record Change(Account next, List<AccountEvent> events) {

        static Change of(Account next, AccountEvent... events) {
            return new Change(next, List.of(events));
        }
    }

    private final Accounts accounts;
    private final Endings endings;
    private final Clock clock;

    public Changing(Accounts accounts, Endings endings, Clock clock) {
        this.accounts = accounts;
        this.endings = endings;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** The account as it is then; nothing when there is none, or no decision to change it. */
    Optional<Account> change(String id, Function<Account, Optional<Change>> decision) {
        for (int tries = 0; tries < TRIES; tries++) {
            var before = accounts.find(id);
            var change = before.flatMap(decision);
            if (change.isEmpty()) return Optional.empty();
            var kept = attempt(before.get(), change.get());
            if (kept.isPresent()) return kept;
        }
        throw Failure.of(Failure.Kind.UNAVAILABLE, "overloaded", "too many changes to this account at once");
    }

    /** The same, where no change is a reason to fail. */
    Account require(String id, Function<Account, Optional<Change>> decision, Supplier<Failure> otherwise) {
        return change(id, decision).orElseThrow(otherwise);
    }

    /** One try to change what was read before; nothing when somebody else was faster. */
    Optional<Account> attempt(Account before, Change change) {
        var next = change.next().next(clock.instant());
        // said first: a crash in between leaves tokens that are refused, not tokens that live on
        before.endedBy(next).forEach(endings::announce);
        try {
            accounts.replace(next, change.events());
            return Optional.of(next);
        } catch (Failure failure) {
            if (failure.kind() == Failure.Kind.STALE) return Optional.empty();
            throw failure;
        }
    }
}
