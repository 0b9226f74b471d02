package shop.stores.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import shop.platform.Failure;
import shop.platform.Page;

/** The whole port without a database; what it was told, it remembers. */
public final class InMemoryStores implements Stores {

    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final List<StoreEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Store> find(String id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public synchronized Optional<Store> findBySlug(String slug) {
        return stores.values().stream()
                .filter(store -> store.slug().equals(slug))
                .findFirst();
    }

    @Override
    public Page<Store> published(Query query, Page.Request page) {
        return page(
                page,
                store -> store.status() == Status.PUBLISHED
                        && query.country()
                                .map(store.profile().country()::equals)
                                .orElse(true)
                        && query.text().map(text -> matches(store, text)).orElse(true));
    }

    private static boolean matches(Store store, String text) {
        var words = List.of((store.profile().name() + " " + store.profile().description())
                .toLowerCase(Locale.ROOT)
                .split("\\W+"));
        return List.of(text.toLowerCase(Locale.ROOT).split("\\W+")).stream()
                .allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    @Override
    public Page<Store> runBy(String userId, Page.Request page) {
        return page(page, store -> touches(store, userId));
    }

    @Override
    public synchronized List<Store> touching(String userId) {
        return stores.values().stream().filter(store -> touches(store, userId)).toList();
    }

    private static boolean touches(Store store, String userId) {
        return store.ownerId().equals(userId) || store.staffIds().contains(userId);
    }

    private synchronized Page<Store> page(Page.Request page, Predicate<Store> wanted) {
        var found = stores.values().stream()
                .filter(wanted)
                .filter(store -> page.after()
                        .map(after -> store.id().compareTo(after) < 0)
                        .orElse(true))
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
        if (found.size() <= page.limit()) return new Page<>(found, Optional.empty());
        var items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.getLast().id()));
    }

    @Override
    public synchronized void add(Store store, StoreEvent event) {
        keep(store, event);
    }

    @Override
    public synchronized void replace(Store next, StoreEvent event) {
        var before = find(next.id()).filter(store -> store.version() == next.version() - 1);
        if (before.isEmpty()) throw Failure.stale(next.id());
        keep(next, event);
    }

    private void keep(Store store, StoreEvent event) {
        var taken = findBySlug(store.slug()).filter(other -> !other.id().equals(store.id()));
        if (taken.isPresent()) throw Failure.conflict("slug_taken", "is taken");
        stores.put(store.id(), store);
        told.add(event);
    }

    public synchronized List<StoreEvent> told() {
        return List.copyOf(told);
    }
}
