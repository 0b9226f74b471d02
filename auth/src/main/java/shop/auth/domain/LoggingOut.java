package shop.auth.domain;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shop.auth.domain.AccountEvent.LoggedOut;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.AccountEvent.SessionRevoked;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.Session.Worth;
import shop.platform.Failure;

/** Shows and ends sessions. */
public final class LoggingOut {

    private final Accounts accounts;
    private final Changing changing;
    private final Chain chain;
    private final Clock clock;

    public LoggingOut(Accounts accounts, Changing changing, Chain chain) {
        this.accounts = accounts;
        this.changing = changing;
        this.chain = chain;
        this.clock = changing.clock();
    }

    /** Ends the session of a refresh token, an old one too; what is no such token has nothing to end. */
    public void logout(String text) {
        var token = RefreshToken.parse(text);
        var account = token.map(RefreshToken::handle).flatMap(accounts::findByHandle);
        if (token.isEmpty() || account.isEmpty()) return;
        changing.change(
                account.get().id(),
                before -> before.session(session -> owns(token.get(), session))
                        .map(session ->
                                Change.of(before.without(session::equals), new LoggedOut(before.id(), session.id()))));
    }

    private boolean owns(RefreshToken token, Session session) {
        return session.handle().equals(token.handle())
                && !(session.worth(token, chain, clock.instant()) instanceof Worth.MadeUp);
    }

    /** The live ones, the last used first. */
    public List<Session> sessions(String accountId) {
        return accounts.find(accountId).stream()
                .flatMap(account -> account.live(clock.instant()).stream())
                .sorted(Comparator.comparing(Session::lastUsedAt)
                        .thenComparing(Session::id)
                        .reversed())
                .toList();
    }

    public void end(String accountId, String sessionId) {
        var ended = end(accountId, session -> session.id().equals(sessionId), Reason.ENDED_BY_OWNER);
        if (ended.isEmpty()) throw Failure.notFound("session", sessionId);
    }

    public void endAll(String accountId) {
        end(accountId, _ -> true, Reason.LOGOUT_ALL);
    }

    private Optional<Account> end(String accountId, Predicate<Session> which, Reason reason) {
        return changing.change(accountId, before -> before.session(which).map(_ -> ending(before, which, reason)));
    }

    /** An account without some of its sessions, and what is told of each. */
    static Change ending(Account before, Predicate<Session> which, Reason reason) {
        var events = before.sessions().stream()
                .filter(which)
                .<AccountEvent>map(session -> new SessionRevoked(before.id(), session.id(), reason))
                .toList();
        return new Change(before.without(which), events);
    }
}
