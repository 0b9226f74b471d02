package shop.auth.domain;

import java.util.Optional;
import java.util.concurrent.Executor;
import shop.auth.domain.AccountEvent.LoginFailed;
import shop.auth.domain.AccountEvent.Method;
import shop.auth.domain.Attempts.Attempt;
import shop.auth.domain.Changing.Change;
import shop.platform.Failure;

/** Signing in with a password. Who fails learns nothing about which accounts there are. */
public final class LoggingIn {

    private static final String REASON = "invalid_credentials";

    private final Accounts accounts;
    private final Guard guard;
    private final Opening opening;
    private final Changing changing;
    private final Executor later;

    /**
     * Logs in with these.
     *
     * @param later for what a caller must not be able to time
     */
    public LoggingIn(Accounts accounts, Guard guard, Opening opening, Changing changing, Executor later) {
        this.accounts = accounts;
        this.guard = guard;
        this.opening = opening;
        this.changing = changing;
        this.later = later;
    }

    public SignedIn login(String email, String password, Origin origin) {
        var key = Email.keyOf(email);
        var account = key.flatMap(accounts::findByEmail);
        var attempt = Attempt.of(key.orElse("nobody"), account, origin);
        var given = new Password(password);
        if (!guard.proves(attempt, given, account)) {
            account.ifPresent(known -> later.execute(() -> tellFailure(known.id(), origin)));
            throw refused();
        }
        var owner = account.orElseThrow(LoggingIn::refused);
        if (!owner.active()) throw Opening.disabled();
        guard.rehash(owner, given, changing);
        return opening.open(owner.id(), Method.PASSWORD, origin);
    }

    private void tellFailure(String id, Origin origin) {
        changing.change(
                id,
                before -> Optional.of(
                        Change.of(before, new LoginFailed(id, REASON, origin.address(), origin.userAgent()))));
    }

    private static Failure refused() {
        return Failure.of(
                Failure.Kind.UNAUTHENTICATED, REASON, "there is no account with this address and this password");
    }
}
