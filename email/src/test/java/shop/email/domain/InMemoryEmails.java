package shop.email.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import shop.platform.Failure;
import shop.platform.Page;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryEmails implements Emails {

    private final ConcurrentSkipListMap<String, Email> emails = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final List<EmailEvent> told = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Email> find(String id) {
        return Optional.ofNullable(emails.get(id));
    }

    @Override
    public Optional<Email> findByKey(String key) {
        return emails.values().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    @Override
    public synchronized boolean add(Email email) {
        return findByKey(email.key()).isEmpty() && emails.putIfAbsent(email.id(), email) == null;
    }

    @Override
    public synchronized void replace(Email next, EmailEvent... events) {
        var before = find(next.id()).filter(email -> email.version() == next.version() - 1);
        if (before.isEmpty()) throw Failure.stale(next.id());
        emails.put(next.id(), next);
        told.addAll(List.of(events));
    }

    @Override
    public List<Email> due(Instant now, int limit) {
        return emails.values().stream()
                .filter(email -> email.due(now))
                .sorted(Comparator.comparing(email -> email.progress().dueAt().orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Email> page(Filter filter, Page.Request request) {
        var found = new ArrayList<>(emails.values().stream()
                .filter(email ->
                        filter.status().filter(is -> email.status() != is).isEmpty())
                .filter(email ->
                        filter.to().filter(is -> !email.to().equals(is.key())).isEmpty())
                .filter(email ->
                        filter.template().filter(is -> email.template() != is).isEmpty())
                .filter(email -> request.after()
                        .filter(after -> email.id().compareTo(after) >= 0)
                        .isEmpty())
                .limit(request.limit() + 1L)
                .toList());
        if (found.size() <= request.limit()) return new Page<>(found, Optional.empty());
        found.removeLast();
        return new Page<>(found, Optional.of(found.getLast().id()));
    }

    @Override
    public List<Email> to(String userId, int limit) {
        return exceptTheLast(
                email ->
                        !email.erased() && email.userId().filter(userId::equals).isPresent(),
                limit);
    }

    @Override
    public List<Email> to(Address address, int limit) {
        return exceptTheLast(email -> email.to().equals(address.key()), limit);
    }

    private List<Email> exceptTheLast(Predicate<Email> wanted, int limit) {
        return emails.values().stream()
                .filter(wanted)
                .filter(email -> email.template() != Template.ACCOUNT_DELETED)
                .limit(limit)
                .toList();
    }

    public List<EmailEvent> told() {
        return List.copyOf(told);
    }
}
