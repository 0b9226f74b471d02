package shop.activity.domain;

import java.time.Clock;
import java.util.List;

/** Anonymises those who have gone. */
public final class Forgetting {

    private final Entries entries;
    private final Forgotten forgotten;
    private final Clock clock;

    public Forgetting(Entries entries, Forgotten forgotten, Clock clock) {
        this.entries = entries;
        this.forgotten = forgotten;
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
        entries.forget(person);
    }
}
