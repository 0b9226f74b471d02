package shop.activity.domain;

import java.util.Optional;

/** Looks whether the audit log is still what was written. */
public final class Verifying {

    private final Trail trail;

    public Verifying(Trail trail) {
        this.trail = trail;
    }

    /** Goes through the whole log, from its first entry. */
    public Verdict verify() {
        var walk = new Walk(trail.head()); // noted before the walk begins: the log may grow meanwhile
        trail.walk(walk::visit);
        return walk.verdict();
    }

    private static final class Walk {

        private final Optional<Head> head;
        private Optional<Seal> previous = Optional.empty();
        private Optional<String> firstBroken = Optional.empty();
        private long entries;

        Walk(Optional<Head> head) {
            this.head = head;
        }

        void visit(Entry entry) {
            entries++;
            var sound = entry.seal().stream()
                    .anyMatch(
                            seal -> seal.holds(previous, entry) && head.stream().anyMatch(noted -> noted.fits(seal)));
            if (!sound && firstBroken.isEmpty()) firstBroken = Optional.of(entry.id());
            previous = entry.seal();
        }

        Verdict verdict() {
            var reached = previous.map(Seal::number).orElse(0L);
            var missing = head.filter(noted -> noted.number() > reached).map(Head::id);
            return new Verdict(entries, firstBroken.or(() -> missing));
        }
    }
}
