package shop.products.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The whole port without Redis. */
public final class InMemoryCopies implements Copies {

    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, Copy> copies = new HashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Copy> find(String id, Supplier<Optional<Copy>> original) {
        var kept = kept(id);
        if (kept.isPresent()) return kept;
        var found = original.get();
        found.ifPresent(this::keep);
        return found;
    }

    private synchronized Optional<Copy> kept(String id) {
        return Optional.ofNullable(copies.get(id));
    }

    private synchronized void keep(Copy copy) {
        if (versions.getOrDefault(copy.id(), 0) > copy.version()) return;
        versions.put(copy.id(), copy.version());
        copies.put(copy.id(), copy);
    }

    @Override
    public void announce(String id, int version) {
        synchronized (this) {
            if (versions.getOrDefault(id, 0) >= version) return;
            versions.put(id, version);
            copies.remove(id);
        }
        watchers.forEach(watcher -> watcher.outdated(id));
    }

    @Override
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }
}
