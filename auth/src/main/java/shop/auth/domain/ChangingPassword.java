package shop.auth.domain;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import shop.auth.domain.AccountEvent.EmailVerified;
import shop.auth.domain.AccountEvent.How;
import shop.auth.domain.AccountEvent.PasswordChanged;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.AccountEvent.ResetRequested;
import shop.auth.domain.Attempts.Attempt;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.OneTime.Purpose;
import shop.platform.Failure;

/** Another password: for who knows the old one, and for who has forgotten it but reads the mail. */
public final class ChangingPassword {

    private final Accounts accounts;
    private final Changing changing;
    private final Renewal renewal;
    private final Executor later;
    private final Mailing mailing = new Mailing();

    /** Somebody in a session who wants another password. */
    public record Wish(String accountId, String sessionId, String current, String wanted) {}

    /** What checks an old password and makes a new one. */
    public record Renewal(Guard guard, Attempts attempts, Passwords passwords, PasswordRules rules) {

        private String hash(String pointer, String text, Account account) {
            return passwords.hash(rules.check(pointer, text, account.email()));
        }

        private void forgive(Account account, Origin origin) {
            attempts.succeeded(Attempt.of(account.email().key(), Optional.of(account), origin));
            attempts.succeeded(new Attempt(account.email().key(), origin.address()));
        }
    }

    /**
     * Changes passwords with these.
     *
     * @param later for what a caller must not be able to time
     */
    public ChangingPassword(Accounts accounts, Changing changing, Renewal renewal, Executor later) {
        this.accounts = accounts;
        this.changing = changing;
        this.renewal = renewal;
        this.later = later;
    }

    /** Ends all sessions but the one that asks. */
    public void change(Wish wish, Origin origin) {
        var account = accounts.find(wish.accountId()).orElseThrow(Failure::unauthenticated);
        var attempt = Attempt.of(account.email().key(), Optional.of(account), origin);
        if (!renewal.guard().proves(attempt, new Password(wish.current()), Optional.of(account))) {
            throw Failure.invalid("/currentPassword", "invalid_credentials", "is not the password of this account");
        }
        var hash = renewal.hash("/newPassword", wish.wanted(), account);
        Predicate<Session> others = session -> !session.id().equals(wish.sessionId());
        changing.require(
                wish.accountId(),
                before -> before.proofs().password().equals(account.proofs().password())
                        ? Optional.of(renewed(before, hash, others, How.CHANGED, origin))
                        : Optional.empty(),
                () -> Failure.conflict("password_changed", "the password has been changed meanwhile"));
    }

    /** Mails a secret to the owner of an account, if there is one: nobody can tell from the answer, nor from its time. */
    public void forgot(String email, Origin origin) {
        Email.keyOf(email)
                .ifPresent(key -> later.execute(() -> accounts.findByEmail(key)
                        .filter(Account::active)
                        .ifPresent(account -> changing.change(account.id(), before -> letter(before, origin)))));
    }

    private Optional<Change> letter(Account before, Origin origin) {
        var now = changing.clock().instant();
        if (!before.proofs().mayMail(Purpose.RESET, now)) return Optional.empty();
        var letter = mailing.write(Purpose.RESET, now);
        return Optional.of(Change.of(
                before.with(before.proofs().mailed(letter.kept(), now)),
                new ResetRequested(
                        before.id(), before.email().typed(), before.displayName(), letter.mailed(), origin)));
    }

    /** Ends all sessions, and every delay that others' guesses have caused. */
    public void reset(String token, String wanted, Origin origin) {
        var secret = Digests.sha256(token);
        var account = accounts.findByMailed(Purpose.RESET, secret)
                .filter(known -> usable(known, secret))
                .orElseThrow(Verifying::invalidToken);
        var hash = renewal.hash("/password", wanted, account);
        changing.require(
                account.id(),
                before -> usable(before, secret) ? Optional.of(reset(before, hash, origin)) : Optional.empty(),
                Verifying::invalidToken);
        renewal.forgive(account, origin);
    }

    /** Who reads the mail owns the address: that is verified too. */
    private static Change reset(Account before, String hash, Origin origin) {
        var change = renewed(before, hash, _ -> true, How.RESET, origin);
        if (before.emailVerified()) return change;
        var verified = new EmailVerified(before.id(), before.email().typed());
        return new Change(
                change.next().verified(),
                Stream.concat(change.events().stream(), Stream.of(verified)).toList());
    }

    private boolean usable(Account account, String secret) {
        return account.active()
                && account.proofs()
                        .find(Purpose.RESET, secret, changing.clock().instant())
                        .isPresent();
    }

    private static Change renewed(Account before, String hash, Predicate<Session> ended, How how, Origin origin) {
        var reason = how == How.RESET ? Reason.PASSWORD_RESET : Reason.PASSWORD_CHANGED;
        var ending = LoggingOut.ending(before, ended, reason);
        var told = new PasswordChanged(
                before.id(), before.email().typed(), before.displayName(), how, origin.address(), origin.userAgent());
        List<AccountEvent> events =
                Stream.concat(Stream.of(told), ending.events().stream()).toList();
        return new Change(ending.next().with(before.proofs().withPassword(hash)), events);
    }
}
