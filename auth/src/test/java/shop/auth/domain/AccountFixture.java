package shop.auth.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Valid accounts for tests; change only what the test is about. */
public final class AccountFixture {

    public static final Origin HOME = new Origin("203.0.113.7", "Mozilla/5.0 (X11) Firefox/140.0");
    public static final Chain CHAIN = new Chain(secret -> {
        var next = secret.clone();
        for (int i = 0; i < next.length; i++) next[i] = (byte) (next[i] * 31 + i + 7);
        return next;
    });

    private AccountFixture() {}

    public static Account anAccount(String id, String email) {
        var profile = new Profile(Email.of(email), false, "Ann");
        return Account.open(id, profile, Set.of(Role.CUSTOMER), Proofs.ofPassword("hash"), NOON);
    }

    /** One with something in every field. */
    public static Account aFullAccount(String id, String email) {
        var mailed = OneTime.of(OneTime.Purpose.RESET, "secret", NOON);
        var proofs = new Proofs(Optional.of("hash"), Optional.of("firebase-1"), List.of(mailed));
        var token = CHAIN.first();
        var session = Session.begin("ses_1", token, HOME, NOON).rotated(CHAIN.after(token), HOME, NOON.plusSeconds(5));
        return anAccount(id, email)
                .with(proofs)
                .signedIn(session, NOON)
                .verified()
                .with(new Standing(Set.of(Role.CUSTOMER, Role.ADMIN), Status.DISABLED, new Standing.Heard(3, 4, 5)));
    }

    public static AccountEvent verified(Account account) {
        return new AccountEvent.EmailVerified(account.id(), account.email().typed());
    }

    public static Account next(Account account) {
        return account.next(NOON.plusSeconds(60));
    }

    public static String handle(Account account) {
        return account.sessions().getFirst().handle();
    }

    public static OneTime mailed(Account account) {
        return account.proofs().mailed().getFirst();
    }
}
