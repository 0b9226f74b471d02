package shop.products.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import shop.platform.Failure;

/** Keeps the search index as the products are. */
public final class Indexing {

    private static final int BATCH = 500;
    private static final Duration OVERLAP = Duration.ofSeconds(10); // clocks of instances differ a little

    private final Products products;
    private final SearchIndex index;
    private final Changes changes;
    private final Clock clock;
    private final ReentrantLock rebuilding = new ReentrantLock();

    public Indexing(Products products, SearchIndex index, Changes changes, Clock clock) {
        this.products = products;
        this.index = index;
        this.changes = changes;
        this.clock = clock;
    }

    /** Hands on what has changed; what the engine does not take now is handed on again. */
    public void catchUp() {
        try {
            if (!index.exists()) rebuild();
            int handed;
            do handed = handOn();
            while (handed == BATCH);
        } catch (Failure failure) {
            // while the engine is away, which whoever talks to it has said, what has changed waits
            if (failure.kind() != Failure.Kind.UNAVAILABLE) throw failure;
        }
    }

    private int handOn() {
        var changed = products.unindexed(BATCH);
        for (var each : changed)
            changes.one(each.id(), each.version()); // who changed it may have died before saying so
        index.write(changed);
        products.indexed(changed);
        return changed.size();
    }

    /** Fills a new index while the old one is searched, and swaps them; what changed meanwhile is handed on twice. */
    public long rebuild() {
        if (!rebuilding.tryLock()) throw Failure.conflict("reindex_running", "a new index is being filled already");
        try {
            var begin = clock.instant().minus(OVERLAP);
            var fresh = index.rebuild();
            var count = 0L;
            var after = "";
            while (true) {
                var step = products.after(after, BATCH);
                if (step.isEmpty()) break;
                fresh.write(step);
                count += step.size();
                after = step.getLast().id();
            }
            fresh.swap();
            repeatSince(begin);
            return count;
        } finally {
            rebuilding.unlock();
        }
    }

    private void repeatSince(Instant begin) {
        var after = "";
        while (true) {
            var step = products.changedSince(begin, after, BATCH);
            if (step.isEmpty()) return;
            index.write(step);
            after = step.getLast().id();
        }
    }

    /** Compares every product with what the index has of it. */
    public Drift compare(boolean repair) {
        long count = 0;
        long missing = 0;
        long stale = 0;
        var after = "";
        while (true) {
            var step = products.after(after, BATCH);
            if (step.isEmpty()) break;
            var known = index.versions(step.stream().map(Product::id).toList()).byId();
            var absent =
                    step.stream().filter(each -> !known.containsKey(each.id())).toList();
            var old = step.stream()
                    .filter(each -> known.getOrDefault(each.id(), Long.MAX_VALUE) < each.version())
                    .toList();
            if (repair) index.write(Stream.concat(absent.stream(), old.stream()).toList());
            missing += absent.size();
            stale += old.size();
            count += step.size();
            after = step.getLast().id();
        }
        var extra = extra(repair);
        return new Drift(count, index.count(), missing, stale, extra, repair ? missing + stale + extra : 0);
    }

    private long extra(boolean repair) {
        long extra = 0;
        var after = "";
        while (true) {
            var ids = index.after(after, BATCH);
            if (ids.isEmpty()) return extra;
            var there = products.findAll(ids).stream().map(Product::id).toList();
            List<String> gone = ids.stream().filter(id -> !there.contains(id)).toList();
            extra += gone.size();
            if (repair) index.remove(gone);
            after = ids.getLast();
        }
    }
}
