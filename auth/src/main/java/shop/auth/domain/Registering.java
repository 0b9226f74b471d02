package shop.auth.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.auth.domain.AccountEvent.EmailVerified;
import shop.auth.domain.AccountEvent.Method;
import shop.auth.domain.AccountEvent.Registered;
import shop.auth.domain.AccountEvent.VerificationRequested;
import shop.auth.domain.Changing.Change;
import shop.auth.domain.OneTime.Purpose;
import shop.platform.Failure;
import shop.platform.Id;

/** Makes accounts: the account, its first session and all that is told about it are one write. */
public final class Registering {

    /** Who wants an account. */
    public record Application(Email email, String password, DisplayName displayName) {}

    private static final Set<Role> CUSTOMERS = Set.of(Role.CUSTOMER);
    private static final Set<Role> ADMINS = Set.of(Role.CUSTOMER, Role.ADMIN);

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Opening opening;
    private final Changing changing;
    private final Mailing mailing = new Mailing();

    public Registering(
            Accounts accounts, Passwords passwords, PasswordRules rules, Opening opening, Changing changing) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.opening = opening;
        this.changing = changing;
    }

    public SignedIn register(Application application, Origin origin) {
        var password = rules.check("/password", application.password(), application.email());
        if (accounts.findByEmail(application.email().key()).isPresent()) throw taken();
        var proofs = Proofs.ofPassword(passwords.hash(password));
        return register(application.email(), application.displayName(), proofs, Method.PASSWORD, origin);
    }

    /** Somebody whom Firebase vouches for. */
    SignedIn register(Email email, DisplayName name, Proofs proofs, Method method, Origin origin) {
        var now = changing.clock().instant();
        var letter = mailing.write(Purpose.VERIFICATION, now);
        var token = opening.first();
        var session = opening.session(token, origin);
        var profile = new Profile(email, false, name.text());
        var account = Account.open(Id.next("usr", now), profile, CUSTOMERS, proofs.mailed(letter.kept(), now), now)
                .signedIn(session, now);
        var requested = new VerificationRequested(account.id(), email.typed(), account.displayName(), letter.mailed());
        accounts.add(account, List.of(registered(account, method, origin), requested));
        return opening.pair(account, session, token);
    }

    /**
     * The first admin. Does nothing when there is an account with that address, whatever it may do: an operator's
     * typing error must not make a customer an admin.
     */
    public Optional<Account> appoint(Application application) {
        if (accounts.findByEmail(application.email().key()).isPresent()) return Optional.empty();
        var password = rules.check("/password", application.password(), application.email());
        var now = changing.clock().instant();
        var proofs = Proofs.ofPassword(passwords.hash(password));
        var profile = new Profile(
                application.email(), false, application.displayName().text());
        var admin = Account.open(Id.next("usr", now), profile, ADMINS, proofs, now);
        try {
            accounts.add(admin, List.of(registered(admin, Method.PASSWORD, new Origin("", ""))));
        } catch (Failure failure) {
            if (failure.code().equals("email_taken")) return Optional.empty(); // another instance was faster
            throw failure;
        }
        return verify(admin);
    }

    /** Marks the address as its owner's, whoever vouches for that. */
    Optional<Account> verify(Account account) {
        return changing.change(
                account.id(),
                before -> before.emailVerified()
                        ? Optional.empty()
                        : Optional.of(Change.of(
                                before.verified().with(before.proofs().used(Purpose.VERIFICATION)),
                                new EmailVerified(before.id(), before.email().typed()))));
    }

    private static Registered registered(Account account, Method method, Origin origin) {
        return new Registered(
                account.id(),
                account.email().typed(),
                account.displayName(),
                account.roles(),
                method,
                origin.address(),
                origin.userAgent());
    }

    /** What everybody is told who wants an address that somebody has. */
    public static Failure taken() {
        return Failure.of(
                Failure.Kind.CONFLICT,
                List.of(new Failure.Problem("/email", "email_taken", "there is an account with this address")));
    }
}
