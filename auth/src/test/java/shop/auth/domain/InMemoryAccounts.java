package shop.auth.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import shop.auth.domain.OneTime.Purpose;
import shop.platform.Failure;

/** The whole port without a database; what it was told, it remembers. */
public class InMemoryAccounts implements Accounts {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<AccountEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Account> findByEmail(String key) {
        return first(account -> account.email().key().equals(key));
    }

    @Override
    public Optional<Account> findByFirebase(String firebaseId) {
        return first(account -> account.proofs().firebaseId().equals(Optional.of(firebaseId)));
    }

    @Override
    public Optional<Account> findByHandle(String sessionHandle) {
        return first(account -> account.session(session -> session.handle().equals(sessionHandle))
                .isPresent());
    }

    @Override
    public Optional<Account> findByMailed(Purpose purpose, String hash) {
        return first(account -> account.proofs().mailed().stream()
                .anyMatch(each -> each.purpose() == purpose && each.hash().equals(hash)));
    }

    @Override
    public synchronized List<Account> withExpiredSessions(Instant now, int limit) {
        return accounts.values().stream()
                .filter(account -> account.live(now).size() < account.sessions().size())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void add(Account account, List<AccountEvent> events) {
        if (findByEmail(account.email().key()).isPresent()) throw Registering.taken();
        accounts.put(account.id(), account);
        told.addAll(events);
    }

    @Override
    public synchronized void replace(Account next, List<AccountEvent> events) {
        var before = find(next.id()).filter(account -> account.version() == next.version() - 1);
        if (before.isEmpty()) throw Failure.stale(next.id());
        accounts.put(next.id(), next);
        told.addAll(events);
    }

    public synchronized List<AccountEvent> told() {
        return List.copyOf(told);
    }

    private synchronized Optional<Account> first(Predicate<Account> wanted) {
        return accounts.values().stream().filter(wanted).findFirst();
    }
}
