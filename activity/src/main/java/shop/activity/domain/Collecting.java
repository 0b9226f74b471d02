package shop.activity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shop.activity.domain.Measure.Series;
import shop.activity.domain.Receipt.Rejection;
import shop.platform.Failure;

/** Keeps what visitors did. */
public final class Collecting {

    private final Entries entries;
    private final Measures measures;
    private final Forgetting forgetting;
    private final Duration retention;
    private final Clock clock;

    public Collecting(Entries entries, Measures measures, Forgetting forgetting, Duration retention, Clock clock) {
        this.entries = entries;
        this.measures = measures;
        this.forgetting = forgetting;
        this.retention = retention;
        this.clock = clock;
    }

    /** Each is taken or rejected for itself; one that is known already is a duplicate. */
    public Receipt collect(List<Sighting> batch, Visitor visitor) {
        var now = clock.instant();
        var taken = new ArrayList<Entry>();
        var rejected = new ArrayList<Rejection>();
        for (int index = 0; index < batch.size(); index++) {
            try {
                taken.add(batch.get(index).entry(visitor, now, retention));
            } catch (Failure wrong) {
                rejected.add(new Rejection(index, wrong.code(), wrong.pointer() + " " + wrong.getMessage()));
            }
        }
        var accepted = keep(taken);
        return new Receipt(accepted, taken.size() - accepted, rejected);
    }

    /** What the platform itself saw somebody do. */
    public void witness(String eventId, Fact fact, Origin origin, Instant at) {
        var times = new Entry.Times(at, clock.instant());
        keep(List.of(Entry.behaviour(eventId, fact, origin, times, retention)));
    }

    private static Stream<Measure> measures(Entry entry) {
        var actor = entry.fact().actor();
        var at = entry.occurredAt();
        var active = actor.person().map(id -> Measure.seen(Series.ACTIVE, "", id, at, entry.expiresAt()));
        var step = Step.of(entry.fact().type())
                .flatMap(taken -> actor.visitor()
                        .map(visitor -> Measure.seen(Series.FUNNEL, taken.name(), visitor, at, entry.expiresAt())));
        return Stream.concat(active.stream(), step.stream());
    }

    private int keep(List<Entry> taken) {
        var accepted = entries.add(taken);
        // of duplicates too: whoever sent them first may have died here
        measures.add(taken.stream().flatMap(Collecting::measures).toList());
        forgetting.forgetAgain(taken.stream()
                .flatMap(entry -> entry.people().stream())
                .distinct()
                .toList());
        return accepted;
    }
}
