package shop.auth.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.auth.domain.AccountEvent.LoggedIn;
import shop.auth.domain.AccountEvent.Method;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.AccountEvent.SessionRevoked;
import shop.auth.domain.Changing.Change;
import shop.platform.Failure;
import shop.platform.Id;

/** Opens sessions, and makes the tokens that go with them. */
public final class Opening {

    private final Changing changing;
    private final Chain chain;
    private final Tokens tokens;
    private final Clock clock;

    public Opening(Changing changing, Chain chain, Tokens tokens) {
        this.changing = changing;
        this.chain = chain;
        this.tokens = tokens;
        this.clock = changing.clock();
    }

    RefreshToken first() {
        return chain.first();
    }

    Session session(RefreshToken first, Origin origin) {
        var now = clock.instant();
        return Session.begin(Id.next("ses", now), first, origin, now);
    }

    /** A new session of an account that is there already; forbidden when it is disabled. */
    SignedIn open(String accountId, Method method, Origin origin) {
        var token = first();
        var session = session(token, origin);
        var account = changing.change(accountId, before -> {
                    if (!before.active()) throw disabled();
                    return Optional.of(opened(before, session, method));
                })
                .orElseThrow(Opening::disabled);
        return pair(account, session, token);
    }

    private Change opened(Account before, Session session, Method method) {
        var next = before.signedIn(session, session.createdAt());
        var from = session.origin();
        var told = new LoggedIn(
                before.id(),
                session.id(),
                before.email().typed(),
                before.displayName(),
                method,
                !before.knows(from),
                from.address(),
                from.userAgent());
        var crowdedOut = before.live(session.createdAt()).stream()
                .filter(each -> !next.sessions().contains(each))
                .map(each -> new SessionRevoked(before.id(), each.id(), Reason.TOO_MANY_SESSIONS));
        List<AccountEvent> events =
                Stream.<AccountEvent>concat(Stream.of(told), crowdedOut).toList();
        return new Change(next, events);
    }

    SignedIn pair(Account account, Session session, RefreshToken token) {
        var life = Duration.between(clock.instant(), session.expiresAt());
        return new SignedIn(account, tokens.forPerson(account, session), token.text(), life);
    }

    /** The same session, with an access token that says what has become true since. */
    SignedIn again(Account account, Session session, SignedIn before) {
        return new SignedIn(account, tokens.forPerson(account, session), before.refreshToken(), before.refreshLife());
    }

    static Failure disabled() {
        return Failure.of(Failure.Kind.FORBIDDEN, "account_disabled", "this account is disabled");
    }
}
