package shop.auth.domain;

import java.time.Clock;
import java.util.Optional;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.AccountEvent.SessionRevoked;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.Session.Worth;
import shop.platform.Failure;

/** Gives the next pair of tokens for a refresh token, and notices when one has fallen into other hands. */
public final class Refreshing {

    private static final int TRIES = 50;

    private final Accounts accounts;
    private final Changing changing;
    private final Opening opening;
    private final Chain chain;
    private final Clock clock;

    public Refreshing(Accounts accounts, Changing changing, Opening opening, Chain chain) {
        this.accounts = accounts;
        this.changing = changing;
        this.opening = opening;
        this.chain = chain;
        this.clock = changing.clock();
    }

    public SignedIn refresh(String text, Origin origin) {
        var token = RefreshToken.parse(text).orElseThrow(Refreshing::invalid);
        for (int tries = 0; tries < TRIES; tries++) {
            var answer = attempt(token, origin);
            if (answer.isPresent()) return answer.get();
        }
        throw Failure.of(Failure.Kind.UNAVAILABLE, "overloaded", "too many refreshes of this session at once");
    }

    /** Nothing when somebody else has changed the account in between. */
    private Optional<SignedIn> attempt(RefreshToken token, Origin origin) {
        var now = clock.instant();
        var account =
                accounts.findByHandle(token.handle()).filter(Account::active).orElseThrow(Refreshing::invalid);
        var session = account.session(each -> each.handle().equals(token.handle()) && each.alive(now))
                .orElseThrow(Refreshing::invalid);
        return switch (session.worth(token, chain, now)) {
            case Worth.Current _ -> rotate(account, session, chain.after(token), origin);
            case Worth.Recent(var current) -> Optional.of(opening.pair(account, session, current));
            case Worth.MadeUp _ -> throw invalid();
            case Worth.Reused _ -> {
                end(account, session);
                throw reused();
            }
        };
    }

    private Optional<SignedIn> rotate(Account account, Session session, RefreshToken next, Origin origin) {
        var rotated = session.rotated(next, origin, clock.instant());
        return changing.attempt(account, Change.of(account.withSession(rotated)))
                .map(kept -> opening.pair(kept, rotated, next));
    }

    private void end(Account account, Session session) {
        changing.change(
                account.id(),
                before -> before.session(each -> each.handle().equals(session.handle()))
                        .map(there -> Change.of(
                                before.without(there::equals),
                                new SessionRevoked(before.id(), there.id(), Reason.REFRESH_TOKEN_REUSED))));
    }

    private static Failure invalid() {
        return Failure.of(
                Failure.Kind.UNAUTHENTICATED, "invalid_refresh_token", "this refresh token is not good any more");
    }

    private static Failure reused() {
        return Failure.of(
                Failure.Kind.UNAUTHENTICATED,
                "refresh_token_reused",
                "this refresh token was replaced before; the session has ended, because somebody else may have it");
    }
}
