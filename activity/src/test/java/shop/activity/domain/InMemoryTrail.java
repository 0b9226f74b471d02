package shop.activity.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A trail in memory. */
public final class InMemoryTrail implements Trail {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void append(Entry audit) {
        if (entries.stream().anyMatch(each -> each.id().equals(audit.id()))) return;
        var last =
                entries.isEmpty() ? Optional.<Seal>empty() : entries.getLast().seal();
        entries.add(audit.after(last));
    }

    @Override
    public synchronized Optional<Head> head() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(Head.of(entries.getLast()));
    }

    @Override
    public synchronized void walk(Consumer<Entry> visitor) {
        entries.forEach(visitor);
    }
}
