package shop.notifications.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shop.platform.Page;

/** Notifications without a database. */
public final class InMemoryNotifications implements Notifications {

    private final List<Notification> all = new ArrayList<>();
    private final Set<String> removed = new HashSet<>();
    private final Map<String, Long> counters = new HashMap<>();

    @Override
    public synchronized Optional<Notification> add(Notification unnumbered) {
        var known = all.stream().anyMatch(each -> each.id().equals(unnumbered.id()));
        if (known || removed.contains(unnumbered.id())) return Optional.empty();
        var numbered = unnumbered.numbered(counters.merge(unnumbered.userId(), 1L, Long::sum));
        all.add(numbered);
        return Optional.of(numbered);
    }

    @Override
    public synchronized Page<Notification> list(Query query, Page.Request page) {
        var wanted = of(query.userId())
                .filter(each -> !query.unreadOnly() || each.readAt().isEmpty())
                .filter(each -> query.type().map(each.type()::equals).orElse(true))
                .filter(each -> page.after()
                        .map(Long::valueOf)
                        .map(seq -> each.seq() < seq)
                        .orElse(true))
                .sorted(Comparator.comparingLong(Notification::seq).reversed())
                .toList();
        if (wanted.size() <= page.limit()) return new Page<>(wanted, Optional.empty());
        var shown = wanted.subList(0, page.limit());
        return new Page<>(shown, Optional.of(Long.toString(shown.getLast().seq())));
    }

    @Override
    public synchronized List<Notification> after(String userId, long seq, int limit) {
        return of(userId)
                .filter(each -> each.seq() > seq)
                .sorted(Comparator.comparingLong(Notification::seq))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long last(String userId) {
        return counters.getOrDefault(userId, 0L);
    }

    @Override
    public synchronized long unread(String userId) {
        return of(userId).filter(each -> each.readAt().isEmpty()).count();
    }

    @Override
    public synchronized boolean read(String userId, String id, Instant at) {
        change(userId, each -> each.id().equals(id) ? readAt(each, at) : each);
        return has(userId, id);
    }

    @Override
    public synchronized void readAll(String userId, Instant at) {
        change(userId, each -> readAt(each, at));
    }

    @Override
    public synchronized boolean remove(String userId, String id) {
        if (!has(userId, id)) return false;
        all.removeIf(each -> each.id().equals(id));
        return removed.add(id);
    }

    @Override
    public synchronized void forget(String userId) {
        all.removeIf(each -> each.userId().equals(userId));
    }

    @Override
    public synchronized void expire(Instant olderThan) {
        all.removeIf(each -> each.createdAt().isBefore(olderThan));
    }

    private Stream<Notification> of(String userId) {
        return List.copyOf(all).stream().filter(each -> each.userId().equals(userId));
    }

    private boolean has(String userId, String id) {
        return of(userId).anyMatch(each -> each.id().equals(id));
    }

    private void change(String userId, UnaryOperator<Notification> change) {
        all.replaceAll(each -> each.userId().equals(userId) ? change.apply(each) : each);
    }

    private static Notification readAt(Notification one, Instant at) {
        return new Notification(
                one.id(),
                one.userId(),
                one.seq(),
                one.type(),
                one.title(),
                one.body(),
                one.data(),
                Optional.of(one.readAt().orElse(at)),
                one.createdAt());
    }
}
