package shop.activity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shop.activity.domain.Receipt.Rejection;
import shop.platform.Failure;

/** Keeps what visitors did. */
public final class Collecting {

    private final Entries entries;
    private final Forgetting forgetting;
    private final Duration retention;
    private final Clock clock;

    public Collecting(Entries entries, Forgetting forgetting, Duration retention, Clock clock) {
        this.entries = entries;
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

    private int keep(List<Entry> taken) {
        var accepted = entries.add(taken);
        forgetting.forgetAgain(taken.stream()
                .flatMap(entry -> entry.people().stream())
                .distinct()
                .toList());
        return accepted;
    }
}
