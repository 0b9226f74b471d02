package shop.auth.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import shop.auth.domain.Session.Worth;
import shop.auth.domain.Tokens.Statement;

/** Says what a token is worth right now, for whoever can't or won't check it alone (RFC 7662). */
public final class Introspecting {

    private final Accounts accounts;
    private final Tokens tokens;
    private final Liveness liveness;
    private final Chain chain;
    private final Clock clock;

    /** Who knows whether a session is alive, without asking the database. */
    public record Liveness(Endings endings, LiveSessions live) {}

    public Introspecting(Accounts accounts, Tokens tokens, Liveness liveness, Chain chain, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.liveness = liveness;
        this.chain = chain;
        this.clock = clock;
    }

    /** What an access token says, when all of it is still true. */
    public Optional<Statement> access(String token) {
        return tokens.read(token)
                .filter(said -> said.sessionId()
                        .map(session -> isAlive(session, said.subject()))
                        .orElse(true));
    }

    private boolean isAlive(String sessionId, String accountId) {
        if (liveness.endings().announced(sessionId)) return false;
        var known = liveness.live().owner(sessionId);
        if (known.isPresent()) return known.get().equals(accountId);
        var alive = accounts.find(accountId)
                .filter(Account::active)
                .flatMap(account -> account.session(sessionId, clock.instant()))
                .isPresent();
        if (alive) liveness.live().remember(sessionId, accountId);
        return alive;
    }

    /** The session that a refresh token can still be used for, and whose it is. */
    public Optional<Statement> refresh(String text) {
        return RefreshToken.parse(text)
                .flatMap(token -> accounts.findByHandle(token.handle())
                        .filter(Account::active)
                        .flatMap(account -> account.session(session -> isGood(token, session))
                                .map(session -> statement(account, session))));
    }

    private boolean isGood(RefreshToken token, Session session) {
        var now = clock.instant();
        if (!session.handle().equals(token.handle()) || !session.alive(now)) return false;
        return switch (session.worth(token, chain, now)) {
            case Worth.Current _, Worth.Recent _ -> true;
            case Worth.Reused _, Worth.MadeUp _ -> false;
        };
    }

    private static Statement statement(Account account, Session session) {
        return new Statement(
                "",
                "",
                "",
                account.id(),
                Optional.of(session.id()),
                List.of(),
                session.lastUsedAt(),
                session.expiresAt());
    }
}
