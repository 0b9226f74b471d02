package shop.users.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import shop.platform.Failure;
import shop.platform.Page;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryUsers implements Users {

    private final Map<String, User> users = new ConcurrentSkipListMap<>();
    private final List<UserEvent> told = new ArrayList<>();

    @Override
    public Optional<User> find(String id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Page<User> list(Query query, Page.Request page) {
        var found = users.values().stream()
                .filter(user -> page.after()
                        .map(after -> user.id().compareTo(after) < 0)
                        .orElse(true))
                .filter(user -> matches(user, query))
                .sorted(Comparator.comparing(User::id).reversed())
                .toList();
        if (found.size() <= page.limit()) return new Page<>(found, Optional.empty());
        var items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.getLast().id()));
    }

    private static boolean matches(User user, Query query) {
        return query.status().map(user.status()::equals).orElse(user.status() != Status.DELETED)
                && query.role().map(user.roles()::contains).orElse(true)
                && query.text().map(text -> matches(user, text)).orElse(true);
    }

    private static boolean matches(User user, String text) {
        var name = user.profile().displayName().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(user.email().toLowerCase(Locale.ROOT), name), Stream.of(name.split("\\W+")))
                .anyMatch(key -> key.startsWith(text.toLowerCase(Locale.ROOT)));
    }

    @Override
    public synchronized void add(User user) {
        users.putIfAbsent(user.id(), user);
    }

    @Override
    public synchronized void replace(User next, List<UserEvent> events) {
        var before = users.get(next.id());
        if (before == null || before.version() != next.version() - 1) throw Failure.stale(next.id());
        users.put(next.id(), next);
        told.addAll(events);
    }

    public synchronized List<UserEvent> told() {
        return List.copyOf(told);
    }
}
