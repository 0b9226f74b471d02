package shop.products.domain;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells who keeps something derived from products, in this process, that it is out of date. */
public final class Changes {

    /** Whoever wants to know. */
    public interface Watcher {

        void changed(String productId, int version);

        /** More than could be named. */
        void changedMany();
    }

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void one(String productId, int version) {
        watchers.forEach(watcher -> watcher.changed(productId, version));
    }

    void many() {
        watchers.forEach(Watcher::changedMany);
    }
}
