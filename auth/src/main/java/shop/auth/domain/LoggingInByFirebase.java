package shop.auth.domain;

import java.util.Optional;
import shop.auth.domain.AccountEvent.Method;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.IdTokens.Identity;
import shop.platform.Failure;

/** Signing in as whoever Firebase says one is; makes an account where there is none. */
public final class LoggingInByFirebase {

    private final Accounts accounts;
    private final IdTokens idTokens;
    private final Registering registering;
    private final Opening opening;
    private final Changing changing;

    /** How it went. */
    public record Outcome(SignedIn signedIn, boolean isNew) {}

    public LoggingInByFirebase(
            Accounts accounts, IdTokens idTokens, Registering registering, Opening opening, Changing changing) {
        this.accounts = accounts;
        this.idTokens = idTokens;
        this.registering = registering;
        this.opening = opening;
        this.changing = changing;
    }

    public Outcome login(String idToken, Origin origin) {
        var identity = idTokens.verify(idToken);
        var known = accounts.findByFirebase(identity.id());
        if (known.isPresent()) return opened(known.get(), identity, origin);
        var email = email(identity);
        var namesake = accounts.findByEmail(email.key());
        if (namesake.isEmpty()) return registered(identity, email, origin);
        if (!identity.emailVerified()) throw Registering.taken();
        return opened(linked(namesake.get(), identity), identity, origin);
    }

    private Outcome opened(Account account, Identity identity, Origin origin) {
        if (!account.active()) throw Opening.disabled();
        var vouched =
                identity.email().flatMap(Email::keyOf).filter(account.email().key()::equals);
        if (identity.emailVerified() && vouched.isPresent() && !account.emailVerified()) registering.verify(account);
        return new Outcome(opening.open(account.id(), Method.FIREBASE, origin), false);
    }

    private Outcome registered(Identity identity, Email email, Origin origin) {
        var name = new DisplayName(
                DisplayName.lenient(identity.name().orElse(""), email.key().split("@")[0]));
        var proofs = Proofs.ofFirebase(identity.id());
        var signedIn = registering.register(email, name, proofs, Method.FIREBASE, origin);
        if (!identity.emailVerified()) return new Outcome(signedIn, true);
        return opened(signedIn);
    }

    /** The first answer says that the address is verified; the event that says so needs a version of its own. */
    private Outcome opened(SignedIn signedIn) {
        var account = registering.verify(signedIn.account()).orElse(signedIn.account());
        var session = account.sessions().getFirst();
        return new Outcome(opening.again(account, session, signedIn), true);
    }

    /**
     * Whoever registered an address without proving it may not be its owner: what was set up then is void, or the
     * owner would share the account with a stranger who was there first.
     */
    private Account linked(Account namesake, Identity identity) {
        return changing.change(namesake.id(), before -> Optional.of(link(before, identity)))
                .orElseThrow(IdTokens::invalid);
    }

    private static Change link(Account before, Identity identity) {
        if (before.emailVerified()) return Change.of(before.with(before.proofs().linked(identity.id())));
        var ending = LoggingOut.ending(before, _ -> true, Reason.ACCOUNT_CLAIMED);
        return new Change(ending.next().with(Proofs.ofFirebase(identity.id())), ending.events());
    }

    private static Email email(Identity identity) {
        return identity.email()
                .map(Email::of)
                .orElseThrow(() -> Failure.invalid("/idToken", "email_required", "names no e-mail address"));
    }
}
