package shop.activity.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import shop.activity.domain.Measure.Series;

/** Keeps what the platform did. */
public final class Recording {

    private final Trail trail;
    private final Measures measures;
    private final Forgetting forgetting;

    public Recording(Trail trail, Measures measures, Forgetting forgetting) {
        this.trail = trail;
        this.measures = measures;
        this.forgetting = forgetting;
    }

    /**
     * May be repeated: the same event is one entry, and counts once.
     *
     * @param figures what it adds to the statistics; asked for when the entry is safe, whatever the figures are like
     */
    public void record(Entry audit, Supplier<List<Measure>> figures) {
        trail.append(audit);
        var actor = audit.fact().actor().person();
        measures.add(actor.stream()
                .map(person -> Measure.seen(Series.ACTIVE, "", person, audit.occurredAt(), Optional.empty()))
                .toList());
        measures.add(figures.get());
        forgetting.forgetAgain(audit.people());
    }
}
