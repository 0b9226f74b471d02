package shop.auth.domain;

import java.util.Optional;
import shop.auth.domain.AccountEvent.EmailVerified;
import shop.auth.domain.AccountEvent.VerificationRequested;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.OneTime.Purpose;
import shop.platform.Failure;

/** Proves that an e-mail address is its owner's. */
public final class Verifying {

    private final Accounts accounts;
    private final Changing changing;
    private final Mailing mailing = new Mailing();

    public Verifying(Accounts accounts, Changing changing) {
        this.accounts = accounts;
        this.changing = changing;
    }

    public void verify(String token) {
        var secret = Digests.sha256(token);
        var account = accounts.findByMailed(Purpose.VERIFICATION, secret).orElseThrow(Verifying::invalidToken);
        changing.require(
                account.id(),
                before -> before.proofs()
                        .find(Purpose.VERIFICATION, secret, changing.clock().instant())
                        .map(_ -> verified(before)),
                Verifying::invalidToken);
    }

    private static Change verified(Account before) {
        return Change.of(
                before.verified().with(before.proofs().used(Purpose.VERIFICATION)),
                new EmailVerified(before.id(), before.email().typed()));
    }

    public void resend(String accountId) {
        changing.require(accountId, before -> Optional.of(letter(before)), Failure::unauthenticated);
    }

    private Change letter(Account before) {
        if (before.emailVerified()) {
            throw Failure.conflict("already_verified", "this address has been verified before");
        }
        var now = changing.clock().instant();
        if (!before.proofs().mayMail(Purpose.VERIFICATION, now)) {
            throw Failure.of(Failure.Kind.TOO_MANY, "too_many_attempts", "look into the mails that were sent already")
                    .retryAfter(Proofs.MAIL_WINDOW);
        }
        var letter = mailing.write(Purpose.VERIFICATION, now);
        return Change.of(
                before.with(before.proofs().mailed(letter.kept(), now)),
                new VerificationRequested(before.id(), before.email().typed(), before.displayName(), letter.mailed()));
    }

    /** A mailed secret that is wrong, used, or too old. */
    static Failure invalidToken() {
        return Failure.invalid("/token", "invalid_token", "is not good, or not any more");
    }
}
