package shop.activity.domain;

import java.util.Optional;

class InMemoryEntriesTest extends EntriesContract {

    private final InMemoryEntries entries = new InMemoryEntries();

    @Override
    protected Entries entries() {
        return entries;
    }

    @Override
    protected void append(Entry audit) {
        entries.put(audit.after(Optional.empty()));
    }
}
