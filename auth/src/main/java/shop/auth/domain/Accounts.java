package shop.auth.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.auth.domain.OneTime.Purpose;

/** All accounts, wherever they are kept; a change is kept together with the events it causes, or not at all. */
public interface Accounts {

    Optional<Account> find(String id);

    /** By the key of an address. */
    Optional<Account> findByEmail(String key);

    Optional<Account> findByFirebase(String firebaseId);

    Optional<Account> findByHandle(String sessionHandle);

    /** The one that a secret with this hash was mailed to. */
    Optional<Account> findByMailed(Purpose purpose, String hash);

    /** Some accounts with sessions that have expired. */
    List<Account> withExpiredSessions(Instant now, int limit);

    /** A new account; email_taken when somebody has its address. */
    void add(Account account, List<AccountEvent> events);

    /** Keeps the next version; fails as stale when somebody else has moved the account on. */
    void replace(Account next, List<AccountEvent> events);
}
