package shop.auth.domain;

import java.util.Optional;
import shop.auth.domain.Attempts.Attempt;
import shop.auth.domain.Changing.Change;
import shop.platform.Failure;

/** Checks passwords, slowly for those who guess. */
public final class Guard {

    private final Passwords passwords;
    private final Attempts attempts;

    public Guard(Passwords passwords, Attempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /** Whether this is the account's password; takes as long when there is no such account. */
    boolean proves(Attempt attempt, Password password, Optional<Account> account) {
        attempts.begin(attempt).ifPresent(wait -> {
            throw Failure.of(Failure.Kind.TOO_MANY, "too_many_attempts", "too many failures; wait before the next try")
                    .retryAfter(wait);
        });
        var right = passwords.matches(
                password, account.flatMap(known -> known.proofs().password()));
        if (right) attempts.succeeded(attempt);
        else attempts.failed(attempt);
        return right;
    }

    /** Hashes again what was hashed with less effort than is usual now; the password is known only at this moment. */
    void rehash(Account account, Password password, Changing changing) {
        var hash = account.proofs().password().filter(passwords::outdated);
        if (hash.isEmpty()) return;
        var better = passwords.hash(password);
        changing.change(
                account.id(),
                before -> before.proofs().password().equals(hash)
                        ? Optional.of(Change.of(before.with(before.proofs().rehashed(better))))
                        : Optional.empty());
    }
}
