package shop.reviews.domain;

import java.util.Optional;

/** Counts whatever is due, each apart from the others. */
public final class Recounting {

    private static final int BATCH = 200;

    private final Counted counted;

    public Recounting(Counted counted) {
        this.counted = counted;
    }

    /** One that cannot be counted holds up nobody; its failure comes when all the others are done. */
    public void run() {
        var failed = Optional.<RuntimeException>empty();
        var due = counted.due("", BATCH);
        while (!due.isEmpty()) {
            for (var id : due) {
                var failure = attempt(id);
                if (failed.isEmpty()) failed = failure;
            }
            due = counted.due(due.getLast(), BATCH);
        }
        if (failed.isPresent()) throw failed.get();
    }

    private Optional<RuntimeException> attempt(String id) {
        try {
            counted.recount(id);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
