package shop.bench;

import java.util.concurrent.Callable;

/** Two that do the same, in turns, so that whatever else the machine does falls on both. */
record Comparison(Load.Result reference, Load.Result subject) {

    private static final int TURNS = 3;

    /**
     * Warms both up, then measures.
     *
     * @param turn how each is asked in one turn
     */
    static Comparison of(Load turn, Callable<? extends Load.Client> reference, Callable<? extends Load.Client> subject)
            throws Exception {
        turn.on(reference);
        turn.on(subject);
        var all = new Comparison(turn.on(reference), turn.on(subject));
        for (int i = 1; i < TURNS; i++) {
            all = new Comparison(
                    all.reference().and(turn.on(reference)), all.subject().and(turn.on(subject)));
        }
        return all;
    }

    /** How many times as many answers the subject gives as the reference. */
    double throughput() {
        return subject.perSecond() / reference.perSecond();
    }

    /** How many times as long the slowest hundredth takes. */
    double slowest() {
        return subject.percentileMillis(0.99) / reference.percentileMillis(0.99);
    }
}
