package shop.activity.domain;

import java.time.Clock;
import java.util.List;

/** Anonymises those who have gone. */
public final class Forgetting {

    private final Entries entries;
    private final Forgotten forgotten;
    private final Measures measures;
    private final Clock clock;

    public Forgetting(Entries entries, Forgotten forgotten, Measures measures, Clock clock) {
        this.entries = entries;
        this.forgotten = forgotten;
        this.measures = measures;
        this.clock = clock;
    }

    /** Noted first: of what is written at the same time, either this or its writer takes the person out. */
    public void forget(String person) {
        forgotten.add(person, clock.instant());
        anonymise(person);
    }

    /** For whoever has just written something about these people. */
    void forgetAgain(List<String> people) {
        if (!people.isEmpty()) forgotten.among(people).forEach(this::anonymise);
    }

    private void anonymise(String person) {
        var devices = entries.devicesOf(person);
        entries.forgetDevices(devices);
        devices.forEach(device -> measures.forget(Actor.device(device)));
        measures.forget(person);
        entries.forget(person); // last, because it forgets the devices too
    }
}
